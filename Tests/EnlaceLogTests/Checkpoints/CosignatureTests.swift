import EnlaceLog
import EnlaceModel
import Testing

struct CosignatureVectors: Decodable {
    struct Line: Decodable {
        let size: UInt64
        let time: UInt64
        let signed_message: String
        let line: String
    }
    struct Proof: Decodable {
        let entry_ascii: String
        let index: UInt64
        let size: UInt64
        let proof: String
    }
    let witness_name: String
    let witness_seed_hex: String
    let witness_vkey_type_04: String
    let cosignatures: [Line]
    let tlog_proofs: [Proof]

    static func load() throws -> CosignatureVectors {
        try Vectors.decode(CosignatureVectors.self, from: "derived-cosignature-proof")
    }
}

@Suite struct CosignatureTests {
    private func checkpoint(_ line: CosignatureVectors.Line) throws -> Checkpoint {
        let parts = line.signed_message.split(separator: "\n", maxSplits: 2)
        return try Checkpoint(text: String(parts[2]))
    }

    @Test("cosignature lines come out byte for byte")
    func signing() throws {
        let vectors = try CosignatureVectors.load()
        let seed = try #require(Hex.decode(vectors.witness_seed_hex.utf8))
        let witness = try TestKey(seed: seed).signer(vectors.witness_name, .cosignature)
        #expect(witness.verifier.vkey == vectors.witness_vkey_type_04)
        #expect(vectors.cosignatures.count == 4)
        for vector in vectors.cosignatures {
            let checkpoint = try checkpoint(vector)
            let message = Cosignature.message(seconds: vector.time, text: checkpoint.text)
            #expect(message == Array(vector.signed_message.utf8))
            let time = Timestamp(milliseconds: vector.time * 1000 + 999)
            #expect(try witness.cosignature(on: checkpoint, at: time).line == vector.line)
        }
    }

    @Test("cosignature lines verify, and not on another checkpoint")
    func verifying() throws {
        let vectors = try CosignatureVectors.load()
        let log = try TestLogVectors.load()
        let verifier = CheckpointVerifier(
            logKey: try NoteVerifier(vkey: log.vkey, hasher: hasher),
            witnesses: [try NoteVerifier(vkey: vectors.witness_vkey_type_04, hasher: hasher)],
            primitives: primitives)
        for vector in vectors.cosignatures {
            let line = try NoteSignature(line: vector.line.utf8.dropLast())
            let cosignature = try verifier.cosignature(line, on: checkpoint(vector))
            #expect(cosignature.seconds == vector.time)
            #expect(cosignature.noteSignature.line == vector.line)
            let other = Checkpoint(
                origin: try LogOrigin("enlace-live/US-FBI/MX-FGR/1"),
                head: try checkpoint(vector).head)
            #expect(throws: LogError(.logBadSignature, object: "")) {
                try verifier.cosignature(line, on: other)
            }
        }
    }

    @Test("the published time is read from its payload")
    func time() throws {
        for stamp in try NoteVectors.load().cosignature_timestamp {
            let line = try NoteSignature(line: "\u{2014} w \(stamp.sig_b64)".utf8)
            #expect(try Cosignature(line).seconds == stamp.time)
        }
    }

    @Test("a changed time, a time beyond the year 9999 and another length are refused")
    func refused() throws {
        let witness = try TestKey().signer("w", .cosignature)
        let checkpoint = try Checkpoint(
            text: "o\n0\n\(Base64.encode(hasher.emptyRoot.bytes))\n")
        let line = try witness.cosignature(on: checkpoint, at: Timestamp(milliseconds: 7000))
        for change in [0, 7, 8, 71] {
            var signature = line.signature
            signature[change] ^= 1
            let changed = NoteSignature(name: "w", keyID: line.keyID, signature: signature)
            let note = try SignedNote(text: checkpoint.text, signatures: [changed])
            #expect(throws: LogError(.logBadSignature, object: "")) {
                try note.verified(by: [witness.verifier], primitives: primitives)
            }
        }
        for signature in [Array(line.signature.dropLast()), line.signature + [0]] {
            let changed = NoteSignature(name: "w", keyID: line.keyID, signature: signature)
            #expect(throws: LogError(.noteMalformed, object: "")) { try Cosignature(changed) }
        }
        #expect(throws: LogError(.noteMalformed, object: "")) {
            try Cosignature(
                name: "w", keyID: 1, seconds: 253_402_300_800,
                signature: [UInt8](repeating: 0, count: 64))
        }
    }

    @Test("a log key does not cosign and a witness key does not sign notes")
    func kinds() throws {
        let key = try TestKey()
        let checkpoint = try Checkpoint(
            text: "o\n0\n\(Base64.encode(hasher.emptyRoot.bytes))\n")
        #expect(throws: LogError(.keyNotAllowed, object: "")) {
            try key.signer("w").cosignature(on: checkpoint, at: Timestamp(milliseconds: 0))
        }
        #expect(throws: LogError(.keyNotAllowed, object: "")) {
            try key.signer("w", .cosignature).signed(checkpoint)
        }
    }
}
