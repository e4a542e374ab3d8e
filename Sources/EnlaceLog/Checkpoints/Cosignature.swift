package import EnlaceModel

/// A witness's statement (C2SP tlog-cosignature v1): "at this time the largest consistent tree I
/// have observed of this origin has this root".
///
/// Payload of the line: `u32 key ID, u64 seconds since 1970, 64-byte Ed25519 signature`. It does
/// not cover the witness's name, so a witness key belongs to one witness only.
package struct Cosignature: Sendable, Equatable {
    static let signatureByteCount = 64
    /// The end of the year 9999; a later time is refused.
    static let secondsMax: UInt64 = 253_402_300_799

    package let name: String
    package let keyID: UInt32
    /// Seconds since 1970 by the witness's clock.
    package let seconds: UInt64
    package let signature: [UInt8]

    package init(name: String, keyID: UInt32, seconds: UInt64, signature: [UInt8]) throws(LogError)
    {
        guard seconds <= Self.secondsMax, signature.count == Self.signatureByteCount else {
            throw LogError(.noteMalformed, object: "cosignature")
        }
        self.name = name
        self.keyID = keyID
        self.seconds = seconds
        self.signature = signature
    }

    package init(_ line: NoteSignature) throws(LogError) {
        guard line.signature.count == 8 + Self.signatureByteCount else {
            throw LogError(.noteMalformed, object: "cosignature")
        }
        try self.init(
            name: line.name, keyID: line.keyID,
            seconds: line.signature.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            signature: Array(line.signature.dropFirst(8)))
    }

    package var time: Timestamp { Timestamp(milliseconds: seconds * 1000) }

    package var noteSignature: NoteSignature {
        var payload = ByteWriter()
        payload.integer(seconds)
        payload.fixed(signature)
        return NoteSignature(name: name, keyID: keyID, signature: payload.bytes)
    }

    /// What is signed: a header, the time, and the whole text of the checkpoint.
    package static func message(seconds: UInt64, text: String) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
    }
}
