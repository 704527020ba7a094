/// Numbers that follow from a seed alone: SplitMix64. Each call draws from a stream of its own, so
/// that what it asks for does not hang on what ran before it.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, stream: UInt64 = 0) {
    state = seed
    state = next() &+ stream &* 0xD1B5_4A32_D192_ED03
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of 0 ..< bound, each as likely as another.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// One of 0 ..< bound, low ones more often: a tenth of them gets a third of the draws, as a few
  /// customers get most of the attention.
  mutating func skewed(below bound: Int) -> Int {
    let unit = Double(next() >> 11) * 0x1p-53
    return min(bound - 1, Int(unit * unit * Double(bound)))
  }

  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A number that follows from a text: FNV-1a, mixed.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var mixed = SplitMix(seed: hash)
    return mixed.next()
  }
}
