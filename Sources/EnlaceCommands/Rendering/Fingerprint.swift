import EnlaceModel

/// A SHA-256 fingerprint in the form that people read to each other: groups of four digits.
struct Fingerprint {
    let hex: String

    init(_ bytes: [UInt8]) { hex = Hex.encode(bytes) }

    init(_ digest: SHA256Digest) { hex = digest.hex }

    /// Reads what a person typed: groups and capitals do not matter.
    static func normalised(_ typed: String) -> String {
        typed.lowercased().filter { !$0.isWhitespace && $0 != ":" && $0 != "-" }
    }

    var grouped: String {
        stride(from: 0, to: hex.count, by: 4).map { offset in
            String(hex.dropFirst(offset).prefix(4))
        }.joined(separator: " ")
    }
}
