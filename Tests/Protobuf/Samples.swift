import Messages

typealias Sample = TestingV1.Sample

extension Sample {
  /// Every field holds something.
  static var full: Sample {
    var sample = Sample(
      ratio: 0.1, share: -1.5, small: -1, large: .min, smallUnsigned: .max, largeUnsigned: .max,
      smallSigned: .min, largeSigned: -2, smallFixed: 7, largeFixed: .max, smallFixedSigned: -7,
      largeFixedSigned: .min, flag: true, text: "顾客 🛒, more than fifteen bytes", data: [0, 255],
      color: .blue, inner: .init(name: "inside", count: 3), createTime: .init(seconds: 9, nanos: 1))
    sample.numbers = [0, -1, .max]
    sample.marks = [1, .max]
    sample.flags = [true, false]
    sample.texts = ["", "成员", "third"]
    sample.blobs = [[], [1, 2, 3]]
    sample.colors = [.red, .unspecified, .init(rawValue: 77)]
    sample.inners = [.init(), .init(name: "second")]
    sample.children = [.init(text: "child", children: [.init(text: "grandchild")])]
    sample.maybeNumber = 0
    sample.maybeFlag = false
    sample.maybeText = ""
    sample.maybeData = []
    sample.maybeColor = .unspecified
    sample.choice = .chosenInner(.init(name: "chosen"))
    sample.labels = ["a": "1", "b": "", "": "empty"]
    sample.innersByNumber = [-1: .init(name: "minus"), 0: .init(), 5: .init(count: 5)]
    sample.colorsByName = ["red": .red, "unknown": .init(rawValue: 5)]
    sample.`default` = true
    sample.pictureURL = "https://example.org/a.png"
    return sample
  }
}
