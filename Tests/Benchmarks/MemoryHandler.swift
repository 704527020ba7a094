import Messages
import RPC

/// Answers from 10,000 customers in memory.
struct MemoryHandler: BenchV1.CustomerServiceProtocol {
  private let customers: [String: BenchV1.Customer]
  private let suspends: Bool

  init(suspends: Bool) {
    let pairs = (0..<10_000).map { number in
      let customer = BenchV1.Customer(number: number)
      return (customer.externalUserid, customer)
    }
    customers = Dictionary(uniqueKeysWithValues: pairs)
    self.suspends = suspends
  }

  func getCustomer(
    _ request: BenchV1.GetCustomerRequest, _ call: Call
  ) async throws -> BenchV1.Customer {
    // The task leaves the thread, and its loop runs it again at the end of the turn.
    if suspends { await Task.yield() }
    guard let customer = customers[request.externalUserid] else {
      throw Status(.notFound, "not found")
    }
    return customer
  }
}

extension BenchV1.Customer {
  /// The customer of that number, each field as the proto says it.
  init(number: Int) {
    let digits = String(number)
    self.init(
      externalUserid: "wmABCD" + String(repeating: "0", count: 26 - digits.count) + digits,
      name: "李四 \(number)",
      type: 1,
      avatar: "http://wx.qlogo.cn/mmopen/vi_32/\(number)/0",
      gender: Int32(number % 3),
      unionid: "ozynqsulJFCZ2z1aYeS8h-nuasdf\(number % 100)",
      position: "Manager",
      corpName: "腾讯",
      addTime: 1_557_838_797 + Int64(number),
      state: "teststate",
      tagIDs: ["etAJ2GCAAAXtWyujaWJHDDGi0mACH71w"])
  }
}
