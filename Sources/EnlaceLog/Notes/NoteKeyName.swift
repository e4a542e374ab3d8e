import EnlaceModel

/// The rule for names of keys in signed notes, and their comparison byte for byte.
///
/// Two strings that Unicode calls equivalent are different names, so `==` of `String` is not enough.
enum NoteKeyName {
    /// The most bytes a name may have.
    static let bytesMax = 512

    /// Not empty, no Unicode space, no `+`, no control character (C2SP signed-note, "Format").
    static func isWellFormed(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= bytesMax
            && name.unicodeScalars.allSatisfy { scalar in
                scalar != "+" && scalar.value >= 0x20 && !scalar.properties.isWhitespace
            }
    }

    static func areSame(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}
