package import EnlaceModel

/// Makes signature lines of one key; the private operation is passed in.
package struct NoteSigner: Sendable {
    /// Gives the 64 bytes of Ed25519 over a message.
    package typealias Sign = @Sendable ([UInt8]) throws -> [UInt8]

    /// The public side, which is what peers and auditors are told.
    package let verifier: NoteVerifier
    private let sign: Sign

    package init(verifier: NoteVerifier, sign: @escaping Sign) {
        self.verifier = verifier
        self.sign = sign
    }

    package init(
        name: String, kind: NoteVerifier.Kind = .ed25519, publicKey: [UInt8], hasher: TreeHasher,
        sign: @escaping Sign
    ) throws(LogError) {
        self.init(
            verifier: try NoteVerifier(
                name: name, kind: kind, publicKey: publicKey, hasher: hasher),
            sign: sign)
    }

    /// The note of a checkpoint with the log's own line.
    ///
    /// Before calling, size and root must be durable in the lock record: a log must never sign two
    /// inconsistent checkpoints (C2SP tlog-checkpoint).
    package func signed(_ checkpoint: Checkpoint) throws -> SignedNote {
        try signed(text: checkpoint.text)
    }

    /// A note over any text; for keys of kind `ed25519`.
    package func signed(text: String) throws -> SignedNote {
        guard verifier.kind == .ed25519 else {
            throw LogError(.keyNotAllowed, object: VisibleText.make(verifier.name))
        }
        let signature = NoteSignature(
            name: verifier.name, keyID: verifier.keyID, signature: try sign(Array(text.utf8)))
        return try SignedNote(text: text, signatures: [signature])
    }

    /// The cosignature line on a checkpoint at a time; for keys of kind `cosignature`.
    ///
    /// Before calling, the checkpoint must be durable as the largest one seen of its origin.
    package func cosignature(
        on checkpoint: Checkpoint, at time: Timestamp
    ) throws -> NoteSignature {
        guard verifier.kind == .cosignature else {
            throw LogError(.keyNotAllowed, object: VisibleText.make(verifier.name))
        }
        let seconds = time.milliseconds / 1000
        let signature = try sign(Cosignature.message(seconds: seconds, text: checkpoint.text))
        return try Cosignature(
            name: verifier.name, keyID: verifier.keyID, seconds: seconds, signature: signature
        ).noteSignature
    }
}
