import Protobuf

/// Texts that a message keeps packed, held against those that a test expects.
func == (packed: PackedList<String>, texts: [String]) -> Bool { Array(packed) == texts }

func == (packed: PackedList<String>?, texts: [String]) -> Bool { packed.map(Array.init) == texts }

func != (packed: PackedList<String>?, texts: [String]) -> Bool { !(packed == texts) }
