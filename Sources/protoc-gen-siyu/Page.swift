/// Text under construction: lines, and how deep they stand.
struct Page {
  private(set) var text = ""
  private var depth = 0

  mutating func line(_ line: String = "") {
    if !line.isEmpty { text += String(repeating: "  ", count: depth) + line }
    text += "\n"
  }

  mutating func lines(_ lines: String...) {
    lines.forEach { line($0) }
  }

  /// A head that opens a brace, what stands inside, and the brace's end.
  mutating func block(_ head: String, _ body: (inout Page) -> Void) {
    line("\(head) {")
    depth += 1
    body(&self)
    depth -= 1
    line("}")
  }

  /// A proto's comment as a documentation comment.
  mutating func doc(_ comment: String) {
    let lines = comment.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let line = line.hasPrefix(" ") ? line.dropFirst() : line
        return String(line.reversed().drop { $0.isWhitespace }.reversed())
      }
    let filled = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    for text in filled { line(text.isEmpty ? "///" : "/// \(text)") }
  }
}
