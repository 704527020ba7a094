// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension TestingV1 {
  /// A colour.
  package struct Color: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Red.
    package static var red: Self { Self(rawValue: 1) }
    /// Blue; the number is far from the others.
    package static var blue: Self { Self(rawValue: 1000) }

    package static let names: [Int32: String] = [
      0: "COLOR_UNSPECIFIED",
      1: "COLOR_RED",
      1000: "COLOR_BLUE",
    ]
  }

  /// Every kind of field there is.
  package struct Sample: Protobuf.Message {
    /// A double.
    package var ratio: Double = 0
    /// A float.
    package var share: Float = 0
    /// A varint of 32 bits.
    package var small: Int32 = 0
    /// A varint of 64 bits.
    package var large: Int64 = 0
    /// An unsigned varint of 32 bits.
    package var smallUnsigned: UInt32 = 0
    /// An unsigned varint of 64 bits.
    package var largeUnsigned: UInt64 = 0
    /// A zigzag varint of 32 bits.
    package var smallSigned: Int32 = 0
    /// A zigzag varint of 64 bits.
    package var largeSigned: Int64 = 0
    /// Four bytes.
    package var smallFixed: UInt32 = 0
    /// Eight bytes.
    package var largeFixed: UInt64 = 0
    /// Four bytes, signed.
    package var smallFixedSigned: Int32 = 0
    /// Eight bytes, signed.
    package var largeFixedSigned: Int64 = 0
    /// A truth.
    package var flag: Bool = false
    /// A text.
    package var text: String = ""
    /// Bytes.
    package var data: [UInt8] = []
    /// An enum.
    package var color: TestingV1.Color = .init()
    /// A message.
    package var inner: TestingV1.Sample.Inner? = nil
    /// A message of another file.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// Numbers.
    package var numbers: [Int32] = []
    /// Numbers of fixed size.
    package var marks: [UInt64] = []
    /// Truths.
    package var flags: [Bool] = []
    /// Texts.
    package var texts: [String] = []
    /// Bytes.
    package var blobs: [[UInt8]] = []
    /// Enums.
    package var colors: [TestingV1.Color] = []
    /// Messages.
    package var inners: [TestingV1.Sample.Inner] = []
    /// Messages of this kind: as deep as one likes.
    package var children: [TestingV1.Sample] = []
    /// A number that may be absent.
    package var maybeNumber: Int32? = nil
    /// A truth that may be absent.
    package var maybeFlag: Bool? = nil
    /// A text that may be absent.
    package var maybeText: String? = nil
    /// Bytes that may be absent.
    package var maybeData: [UInt8]? = nil
    /// An enum that may be absent.
    package var maybeColor: TestingV1.Color? = nil
    /// One of several.
    package var choice: Choice? = nil
    /// Texts by text.
    package var labels: [String: String] = [:]
    /// Messages by number.
    package var innersByNumber: [Int64: TestingV1.Sample.Inner] = [:]
    /// Enums by text.
    package var colorsByName: [String: TestingV1.Color] = [:]
    /// A word that both Swift and C keep for themselves.
    package var `default`: Bool = false
    /// A word that is written in capitals.
    package var pictureURL: String = ""

    package init() {}

    package init(
      ratio: Double = 0,
      share: Float = 0,
      small: Int32 = 0,
      large: Int64 = 0,
      smallUnsigned: UInt32 = 0,
      largeUnsigned: UInt64 = 0,
      smallSigned: Int32 = 0,
      largeSigned: Int64 = 0,
      smallFixed: UInt32 = 0,
      largeFixed: UInt64 = 0,
      smallFixedSigned: Int32 = 0,
      largeFixedSigned: Int64 = 0,
      flag: Bool = false,
      text: String = "",
      data: [UInt8] = [],
      color: TestingV1.Color = .init(),
      inner: TestingV1.Sample.Inner? = nil,
      createTime: GoogleProtobuf.Timestamp? = nil,
      numbers: [Int32] = [],
      marks: [UInt64] = [],
      flags: [Bool] = [],
      texts: [String] = [],
      blobs: [[UInt8]] = [],
      colors: [TestingV1.Color] = [],
      inners: [TestingV1.Sample.Inner] = [],
      children: [TestingV1.Sample] = [],
      maybeNumber: Int32? = nil,
      maybeFlag: Bool? = nil,
      maybeText: String? = nil,
      maybeData: [UInt8]? = nil,
      maybeColor: TestingV1.Color? = nil,
      choice: Choice? = nil,
      labels: [String: String] = [:],
      innersByNumber: [Int64: TestingV1.Sample.Inner] = [:],
      colorsByName: [String: TestingV1.Color] = [:],
      `default`: Bool = false,
      pictureURL: String = ""
    ) {
      self.ratio = ratio
      self.share = share
      self.small = small
      self.large = large
      self.smallUnsigned = smallUnsigned
      self.largeUnsigned = largeUnsigned
      self.smallSigned = smallSigned
      self.largeSigned = largeSigned
      self.smallFixed = smallFixed
      self.largeFixed = largeFixed
      self.smallFixedSigned = smallFixedSigned
      self.largeFixedSigned = largeFixedSigned
      self.flag = flag
      self.text = text
      self.data = data
      self.color = color
      self.inner = inner
      self.createTime = createTime
      self.numbers = numbers
      self.marks = marks
      self.flags = flags
      self.texts = texts
      self.blobs = blobs
      self.colors = colors
      self.inners = inners
      self.children = children
      self.maybeNumber = maybeNumber
      self.maybeFlag = maybeFlag
      self.maybeText = maybeText
      self.maybeData = maybeData
      self.maybeColor = maybeColor
      self.choice = choice
      self.labels = labels
      self.innersByNumber = innersByNumber
      self.colorsByName = colorsByName
      self.`default` = `default`
      self.pictureURL = pictureURL
    }

    /// One of several.
    package enum Choice: Swift.Hashable, Swift.Sendable {
      /// A number.
      case chosenNumber(Int64)
      /// A truth.
      case chosenFlag(Bool)
      /// A text.
      case chosenText(String)
      /// Bytes.
      case chosenData([UInt8])
      /// An enum.
      case chosenColor(TestingV1.Color)
      /// A message.
      case chosenInner(TestingV1.Sample.Inner)
    }

    /// A message inside.
    package struct Inner: Protobuf.Message {
      /// A text.
      package var name: String = ""
      /// A number.
      package var count: Int64 = 0

      package init() {}

      package init(
        name: String = "",
        count: Int64 = 0
      ) {
        self.name = name
        self.count = count
      }

      package static var fullName: String { "siyu.testing.v1.Sample.Inner" }
      package static let layout = Protobuf.MessageLayout(siyu__testing__v1__sample__inner__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Testing__V1__Sample__Inner.self)
        self.name = reader.text(c.pointee.name, "name")
        self.count = c.pointee.count
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Testing__V1__Sample__Inner.self)
        c.pointee.name = writer.text(self.name)
        c.pointee.count = self.count
      }
    }

    package static var fullName: String { "siyu.testing.v1.Sample" }
    package static let layout = Protobuf.MessageLayout(siyu__testing__v1__sample__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Testing__V1__Sample.self)
      self.ratio = c.pointee.ratio
      self.share = c.pointee.share
      self.small = c.pointee.small
      self.large = c.pointee.large
      self.smallUnsigned = c.pointee.small_unsigned
      self.largeUnsigned = c.pointee.large_unsigned
      self.smallSigned = c.pointee.small_signed
      self.largeSigned = c.pointee.large_signed
      self.smallFixed = c.pointee.small_fixed
      self.largeFixed = c.pointee.large_fixed
      self.smallFixedSigned = c.pointee.small_fixed_signed
      self.largeFixedSigned = c.pointee.large_fixed_signed
      self.flag = c.pointee.flag != 0
      self.text = reader.text(c.pointee.text, "text")
      self.data = reader.bytes(c.pointee.data)
      self.color = TestingV1.Color(rawValue: Int32(truncatingIfNeeded: c.pointee.color.rawValue))
      self.inner = reader.message(c.pointee.inner, "inner")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.numbers = reader.numbers(c.pointee.n_numbers, c.pointee.numbers)
      self.marks = reader.numbers(c.pointee.n_marks, c.pointee.marks)
      self.flags = reader.flags(c.pointee.n_flags, c.pointee.flags)
      self.texts = reader.texts(c.pointee.n_texts, c.pointee.texts, "texts")
      self.blobs = reader.bytesList(c.pointee.n_blobs, c.pointee.blobs)
      self.colors = reader.values(c.pointee.n_colors, c.pointee.colors)
      self.inners = reader.messages(c.pointee.n_inners, c.pointee.inners, "inners")
      self.children = reader.messages(c.pointee.n_children, c.pointee.children, "children")
      self.maybeNumber = c.pointee._maybe_number_case.rawValue == 51 ? c.pointee.maybe_number : nil
      self.maybeFlag = c.pointee._maybe_flag_case.rawValue == 52 ? c.pointee.maybe_flag != 0 : nil
      self.maybeText = c.pointee._maybe_text_case.rawValue == 53 ? reader.text(c.pointee.maybe_text, "maybe_text") : nil
      self.maybeData = c.pointee._maybe_data_case.rawValue == 54 ? reader.bytes(c.pointee.maybe_data) : nil
      self.maybeColor = c.pointee._maybe_color_case.rawValue == 55 ? TestingV1.Color(rawValue: Int32(truncatingIfNeeded: c.pointee.maybe_color.rawValue)) : nil
      switch c.pointee.choice_case.rawValue {
      case 71: self.choice = .chosenNumber(c.pointee.chosen_number)
      case 72: self.choice = .chosenFlag(c.pointee.chosen_flag != 0)
      case 73: self.choice = .chosenText(reader.text(c.pointee.chosen_text, "chosen_text"))
      case 74: self.choice = .chosenData(reader.bytes(c.pointee.chosen_data))
      case 75: self.choice = .chosenColor(TestingV1.Color(rawValue: Int32(truncatingIfNeeded: c.pointee.chosen_color.rawValue)))
      case 76: self.choice = reader.message(c.pointee.chosen_inner, "chosen_inner").map { .chosenInner($0) }
      default: self.choice = nil
      }
      self.labels = reader.map(c.pointee.n_labels, c.pointee.labels, "labels") { reader, c in
        (reader.text(c.pointee.key, "key"), reader.text(c.pointee.value, "value"))
      }
      self.innersByNumber = reader.map(c.pointee.n_inners_by_number, c.pointee.inners_by_number, "inners_by_number") { reader, c in
        (c.pointee.key, reader.message(c.pointee.value, "value") ?? TestingV1.Sample.Inner())
      }
      self.colorsByName = reader.map(c.pointee.n_colors_by_name, c.pointee.colors_by_name, "colors_by_name") { reader, c in
        (reader.text(c.pointee.key, "key"), TestingV1.Color(rawValue: Int32(truncatingIfNeeded: c.pointee.value.rawValue)))
      }
      self.`default` = c.pointee.default_ != 0
      self.pictureURL = reader.text(c.pointee.picture_url, "picture_url")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Testing__V1__Sample.self)
      c.pointee.ratio = self.ratio
      c.pointee.share = self.share
      c.pointee.small = self.small
      c.pointee.large = self.large
      c.pointee.small_unsigned = self.smallUnsigned
      c.pointee.large_unsigned = self.largeUnsigned
      c.pointee.small_signed = self.smallSigned
      c.pointee.large_signed = self.largeSigned
      c.pointee.small_fixed = self.smallFixed
      c.pointee.large_fixed = self.largeFixed
      c.pointee.small_fixed_signed = self.smallFixedSigned
      c.pointee.large_fixed_signed = self.largeFixedSigned
      c.pointee.flag = self.flag ? 1 : 0
      c.pointee.text = writer.text(self.text)
      c.pointee.data = writer.bytes(self.data)
      c.pointee.color = writer.value(self.color)
      c.pointee.inner = writer.message(self.inner)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.numbers = writer.numbers(self.numbers, &c.pointee.n_numbers)
      c.pointee.marks = writer.numbers(self.marks, &c.pointee.n_marks)
      c.pointee.flags = writer.flags(self.flags, &c.pointee.n_flags)
      c.pointee.texts = writer.texts(self.texts, &c.pointee.n_texts)
      c.pointee.blobs = writer.bytesList(self.blobs, &c.pointee.n_blobs)
      c.pointee.colors = writer.values(self.colors, &c.pointee.n_colors)
      c.pointee.inners = writer.messages(self.inners, &c.pointee.n_inners)
      c.pointee.children = writer.messages(self.children, &c.pointee.n_children)
      if let value = self.maybeNumber {
        c.pointee._maybe_number_case = .init(rawValue: 51)
        c.pointee.maybe_number = value
      }
      if let value = self.maybeFlag {
        c.pointee._maybe_flag_case = .init(rawValue: 52)
        c.pointee.maybe_flag = value ? 1 : 0
      }
      if let value = self.maybeText {
        c.pointee._maybe_text_case = .init(rawValue: 53)
        c.pointee.maybe_text = writer.text(value)
      }
      if let value = self.maybeData {
        c.pointee._maybe_data_case = .init(rawValue: 54)
        c.pointee.maybe_data = writer.bytes(value)
      }
      if let value = self.maybeColor {
        c.pointee._maybe_color_case = .init(rawValue: 55)
        c.pointee.maybe_color = writer.value(value)
      }
      switch self.choice {
      case .chosenNumber(let value):
        c.pointee.choice_case = .init(rawValue: 71)
        c.pointee.chosen_number = value
      case .chosenFlag(let value):
        c.pointee.choice_case = .init(rawValue: 72)
        c.pointee.chosen_flag = value ? 1 : 0
      case .chosenText(let value):
        c.pointee.choice_case = .init(rawValue: 73)
        c.pointee.chosen_text = writer.text(value)
      case .chosenData(let value):
        c.pointee.choice_case = .init(rawValue: 74)
        c.pointee.chosen_data = writer.bytes(value)
      case .chosenColor(let value):
        c.pointee.choice_case = .init(rawValue: 75)
        c.pointee.chosen_color = writer.value(value)
      case .chosenInner(let value):
        c.pointee.choice_case = .init(rawValue: 76)
        c.pointee.chosen_inner = writer.message(value)
      case nil: break
      }
      c.pointee.labels = writer.map(self.labels, &c.pointee.n_labels, siyu__testing__v1__sample__labels_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = writer.text(value)
      }
      c.pointee.inners_by_number = writer.map(self.innersByNumber, &c.pointee.n_inners_by_number, siyu__testing__v1__sample__inners_by_number_entry__init) {
        c, key, value in
        c.pointee.key = key
        c.pointee.value = writer.message(value)
      }
      c.pointee.colors_by_name = writer.map(self.colorsByName, &c.pointee.n_colors_by_name, siyu__testing__v1__sample__colors_by_name_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = writer.value(value)
      }
      c.pointee.default_ = self.`default` ? 1 : 0
      c.pointee.picture_url = writer.text(self.pictureURL)
    }
  }

  /// Parts that are kept packed.
  package struct Parts: Protobuf.Message {
    /// A text before them.
    package var before: String = ""
    /// Messages.
    package var inners: Protobuf.PackedList<TestingV1.Sample.Inner> = .init()
    /// Messages of another kind.
    package var wides: Protobuf.PackedList<TestingV1.Wide> = .init()
    /// A text behind them.
    package var behind: String = ""
    /// Texts, behind a tag of two bytes.
    package var names: Protobuf.PackedList<String> = .init()

    package init() {}

    package init(
      before: String = "",
      inners: Protobuf.PackedList<TestingV1.Sample.Inner> = .init(),
      wides: Protobuf.PackedList<TestingV1.Wide> = .init(),
      behind: String = "",
      names: Protobuf.PackedList<String> = .init()
    ) {
      self.before = before
      self.inners = inners
      self.wides = wides
      self.behind = behind
      self.names = names
    }

    package static var fullName: String { "siyu.testing.v1.Parts" }
    package static let layout = Protobuf.MessageLayout(siyu__testing__v1__parts__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Testing__V1__Parts.self)
      self.before = reader.text(c.pointee.before, "before")
      self.inners = reader.packed(c.pointee.n_inners, c.pointee.inners, "inners")
      self.wides = reader.packed(c.pointee.n_wides, c.pointee.wides, "wides")
      self.behind = reader.text(c.pointee.behind, "behind")
      self.names = reader.packed(c.pointee.n_names, c.pointee.names, "names")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Testing__V1__Parts.self)
      c.pointee.before = writer.text(self.before)
      writer.packed(self.inners.elements, 2, in: target)
      writer.packed(self.wides.elements, 3, in: target)
      c.pointee.behind = writer.text(self.behind)
      writer.packed(self.names.elements, 33, in: target)
    }
  }

  /// Costs 2 bytes on the wire and many in memory when it is empty.
  package struct Wide: Protobuf.Message {
    /// A text.
    package var a: String = ""
    /// A text.
    package var b: String = ""
    /// A text.
    package var c: String = ""
    /// A text.
    package var d: String = ""
    /// A text.
    package var e: String = ""
    /// A text.
    package var f: String = ""
    /// Numbers.
    package var g: [Int64] = []
    /// Numbers.
    package var h: [Int64] = []
    /// Numbers.
    package var i: [Int64] = []
    /// Numbers.
    package var j: [Int64] = []
    /// Wide ones.
    package var wides: [TestingV1.Wide] = []

    package init() {}

    package init(
      a: String = "",
      b: String = "",
      c: String = "",
      d: String = "",
      e: String = "",
      f: String = "",
      g: [Int64] = [],
      h: [Int64] = [],
      i: [Int64] = [],
      j: [Int64] = [],
      wides: [TestingV1.Wide] = []
    ) {
      self.a = a
      self.b = b
      self.c = c
      self.d = d
      self.e = e
      self.f = f
      self.g = g
      self.h = h
      self.i = i
      self.j = j
      self.wides = wides
    }

    package static var fullName: String { "siyu.testing.v1.Wide" }
    package static let layout = Protobuf.MessageLayout(siyu__testing__v1__wide__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Testing__V1__Wide.self)
      self.a = reader.text(c.pointee.a, "a")
      self.b = reader.text(c.pointee.b, "b")
      self.c = reader.text(c.pointee.c, "c")
      self.d = reader.text(c.pointee.d, "d")
      self.e = reader.text(c.pointee.e, "e")
      self.f = reader.text(c.pointee.f, "f")
      self.g = reader.numbers(c.pointee.n_g, c.pointee.g)
      self.h = reader.numbers(c.pointee.n_h, c.pointee.h)
      self.i = reader.numbers(c.pointee.n_i, c.pointee.i)
      self.j = reader.numbers(c.pointee.n_j, c.pointee.j)
      self.wides = reader.messages(c.pointee.n_wides, c.pointee.wides, "wides")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Testing__V1__Wide.self)
      c.pointee.a = writer.text(self.a)
      c.pointee.b = writer.text(self.b)
      c.pointee.c = writer.text(self.c)
      c.pointee.d = writer.text(self.d)
      c.pointee.e = writer.text(self.e)
      c.pointee.f = writer.text(self.f)
      c.pointee.g = writer.numbers(self.g, &c.pointee.n_g)
      c.pointee.h = writer.numbers(self.h, &c.pointee.n_h)
      c.pointee.i = writer.numbers(self.i, &c.pointee.n_i)
      c.pointee.j = writer.numbers(self.j, &c.pointee.n_j)
      c.pointee.wides = writer.messages(self.wides, &c.pointee.n_wides)
    }
  }
}
