/// An enum as a Swift struct round its number, so that unknown numbers live on.
struct EnumWriter {
  let enumeration: ProtoEnum

  func write(_ page: inout Page) {
    page.doc(enumeration.place.comment)
    page.block("package struct \(Naming.escaped(enumeration.name)): Protobuf.OpenEnum") { page in
      page.line("package var rawValue: Int32")
      page.line("package init(rawValue: Int32) { self.rawValue = rawValue }")
      page.line()
      for (value, member) in zip(enumeration.values, Naming.members(enumeration)) {
        page.doc(value.place.comment)
        page.line(
          "package static var \(Naming.escaped(member)): Self { Self(rawValue: \(value.number)) }")
      }
      page.line()
      page.line("package static let names: [Int32: String] = [")
      var seen: Set<Int32> = []
      for value in enumeration.values where seen.insert(value.number).inserted {
        page.line("  \(value.number): \"\(value.name)\",")
      }
      page.line("]")
    }
  }
}
