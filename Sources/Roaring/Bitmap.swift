internal import CRoaring

/// A set of 32-bit numbers as a roaring bitmap: few numbers of a range of 65,536 are kept as a list,
/// many as bits, unbroken ones as runs, and sets are combined without being spelled out.
///
/// Owns the C bitmap. Kept as bytes it has CRoaring's portable format, which every implementation of
/// roaring bitmaps reads (github.com/RoaringBitmap/RoaringFormatSpec).
package struct Bitmap: ~Copyable {
  private let handle: UnsafeMutablePointer<roaring_bitmap_t>

  private init(_ handle: UnsafeMutablePointer<roaring_bitmap_t>?) {
    // CRoaring gives NULL when there is no memory, where Swift's own collections stop too.
    guard let handle else { preconditionFailure("no memory for a bitmap") }
    self.handle = handle
  }

  /// The empty set.
  package init() { self.init(roaring_bitmap_create()) }

  package init(_ numbers: [UInt32]) {
    self.init(roaring_bitmap_of_ptr(numbers.count, numbers))
  }

  /// What `bytes` gave; nil when these cannot have come from there.
  package init?(bytes: UnsafeRawBufferPointer) {
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let start,
      let handle = roaring_bitmap_portable_deserialize_safe(start, bytes.count)
    else { return nil }
    self.init(handle)
  }

  deinit { roaring_bitmap_free(handle) }

  package func copy() -> Bitmap { Bitmap(roaring_bitmap_copy(handle)) }

  package var bytes: [UInt8] {
    roaring_bitmap_run_optimize(handle)
    let size = roaring_bitmap_portable_size_in_bytes(handle)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) {
        roaring_bitmap_portable_serialize(handle, $0.baseAddress)
      }
    }
  }

  package var count: Int { Int(roaring_bitmap_get_cardinality(handle)) }
  package var isEmpty: Bool { roaring_bitmap_is_empty(handle) }

  /// Ascending.
  package var numbers: [UInt32] {
    let size = count
    return [UInt32](unsafeUninitializedCapacity: size) { buffer, count in
      if let start = buffer.baseAddress { roaring_bitmap_to_uint32_array(handle, start) }
      count = size
    }
  }

  package func contains(_ number: UInt32) -> Bool { roaring_bitmap_contains(handle, number) }

  package mutating func insert(_ number: UInt32) { roaring_bitmap_add(handle, number) }

  package mutating func remove(_ number: UInt32) { roaring_bitmap_remove(handle, number) }

  package mutating func formUnion(_ other: borrowing Bitmap) {
    roaring_bitmap_or_inplace(handle, other.handle)
  }

  package mutating func formIntersection(_ other: borrowing Bitmap) {
    roaring_bitmap_and_inplace(handle, other.handle)
  }

  package mutating func subtract(_ other: borrowing Bitmap) {
    roaring_bitmap_andnot_inplace(handle, other.handle)
  }

  /// The numbers that the closure says yes to, which is asked in ascending order.
  package func filter(_ isIncluded: (UInt32) throws -> Bool) rethrows -> Bitmap {
    Bitmap(try numbers.filter(isIncluded))
  }
}
