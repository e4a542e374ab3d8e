import EnlaceModel

/// A text with signature lines (C2SP signed-note v1.0.0), parsed but not verified.
///
/// The text ends in a newline, then come an empty line and one or more signature lines. Reading is
/// canonical: `encoded` gives exactly the bytes that were read.
package struct SignedNote: Sendable, Equatable {
    /// The most bytes a note may have.
    package static let bytesMax = 1 << 20
    /// The most signature lines; the specification asks for at least 16, Go accepts 100.
    package static let signaturesMax = 100

    /// The signed text with its final newline.
    package let text: String
    package private(set) var signatures: [NoteSignature]

    /// A note over `text`, which must end in a newline and hold no other control character.
    package init(text: String, signatures: [NoteSignature]) throws(LogError) {
        guard text.utf8.last == 0x0A, text.utf8.allSatisfy(Self.isAllowed),
            !signatures.isEmpty, signatures.count <= Self.signaturesMax
        else { throw LogError(.noteMalformed, object: "note") }
        self.text = text
        self.signatures = signatures
    }

    package init(_ bytes: [UInt8]) throws(LogError) {
        let (text, split) = try Self.split(bytes)
        let lines = bytes[(split + 1)...].dropLast()
            .split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= Self.signaturesMax else {
            throw LogError(
                .noteMalformed, object: "note", context: ["limit": "\(Self.signaturesMax)"])
        }
        var signatures: [NoteSignature] = []
        for line in lines { signatures.append(try NoteSignature(line: line)) }
        try self.init(text: text, signatures: signatures)
    }

    package var encoded: [UInt8] {
        Array((text + "\n" + signatures.map(\.line).joined()).utf8)
    }

    /// The same note with one more line; a line by the same key is replaced.
    package func adding(_ signature: NoteSignature) throws(LogError) -> SignedNote {
        let others = signatures.filter {
            $0.keyID != signature.keyID || !NoteKeyName.areSame($0.name, signature.name)
        }
        return try SignedNote(text: text, signatures: others + [signature])
    }

    /// The lines by the given keys, each checked.
    ///
    /// Lines by unknown keys are ignored. A line by a known key that does not verify, and two lines
    /// by the same known key, refuse the whole note with `LOG_BAD_SIGNATURE`.
    package func verified(
        by keys: [NoteVerifier], primitives: LogPrimitives
    ) throws(LogError) -> [VerifiedSignature] {
        var found: [VerifiedSignature] = []
        for signature in signatures {
            guard let key = keys.first(where: signature.isBy) else { continue }
            let isSecond = found.contains { $0.key == key }
            guard !isSecond, key.verifies(signature, over: text, primitives: primitives) else {
                throw LogError(.logBadSignature, object: VisibleText.make(key.name))
            }
            found.append(VerifiedSignature(key: key, signature: signature))
        }
        return found
    }

    /// The text of a note whose signature lines may be no such lines at all.
    static func text(of bytes: [UInt8]) throws(LogError) -> String { try split(bytes).text }

    private static func split(_ bytes: [UInt8]) throws(LogError) -> (text: String, at: Int) {
        guard bytes.count <= bytesMax, bytes.last == 0x0A, bytes.allSatisfy(isAllowed),
            let split = lastEmptyLine(of: bytes),
            let text = String(validating: bytes[..<split], as: UTF8.self)
        else { throw LogError(.noteMalformed, object: "note") }
        return (text, split)
    }

    /// The index behind the newline of the text, where the last empty line stands.
    private static func lastEmptyLine(of bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().last { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool { byte >= 0x20 || byte == 0x0A }
}

/// A signature line that verified under a known key.
package struct VerifiedSignature: Sendable, Equatable {
    package let key: NoteVerifier
    package let signature: NoteSignature

    fileprivate init(key: NoteVerifier, signature: NoteSignature) {
        self.key = key
        self.signature = signature
    }
}
