import EnlaceLog
import EnlaceModel
import Testing

struct TestLogVectors: Decodable {
    let origin: String
    let vkey: String
    let test_only_skey: String
    let entries_ascii: [String]
    let checkpoint_by_size: [String: String]

    static func load() throws -> TestLogVectors {
        try Vectors.decode(TestLogVectors.self, from: "tlog-tiles-testlog")
    }
}

@Suite struct CheckpointTests {
    private static let malformed = LogError(.noteMalformed, object: "")

    @Test("published checkpoints of all sizes open, and their roots are those of the entries")
    func published() throws {
        let log = try TestLogVectors.load()
        let key = try NoteVerifier(vkey: log.vkey, hasher: hasher)
        let verifier = CheckpointVerifier(logKey: key, primitives: primitives)
        var edge = TreeEdge()
        for size in 0...log.entries_ascii.count {
            let text = try #require(log.checkpoint_by_size["\(size)"])
            let opened = try verifier.open(Array(text.utf8))
            #expect(opened.head == TreeHead(edge, hasher: hasher))
            #expect(opened.checkpoint.origin == log.origin)
            guard size < log.entries_ascii.count else { continue }
            edge.append(leaf: hasher.leaf(Array(log.entries_ascii[size].utf8)), hasher: hasher)
        }
    }

    @Test("a published checkpoint signed again gives the same bytes")
    func signing() throws {
        let log = try TestLogVectors.load()
        let text = try #require(log.checkpoint_by_size["9"])
        let checkpoint = try Checkpoint(text: SignedNote(Array(text.utf8)).text)
        let signer = try TestKey(skey: log.test_only_skey).signer(log.origin)
        #expect(try signer.signed(checkpoint).encoded == Array(text.utf8))
    }

    @Test("published texts that are no checkpoints are refused, and so is a root of 7 bytes")
    func bad() throws {
        let vectors = try NoteVectors.load()
        for text in vectors.checkpoint_bodies_reject + vectors.checkpoint_bodies_accept {
            #expect(throws: Self.malformed) { try Checkpoint(text: text) }
        }
    }

    @Test(
        "leading zeros, signs, extension lines, and sizes beyond 63 bits are refused",
        arguments: [
            "00", "01", "+1", " 1", "1 ", "9223372036854775808", "", "1\nextension",
        ])
    func sizes(_ size: String) throws {
        let root = Base64.encode(hasher.emptyRoot.bytes)
        #expect(throws: Self.malformed) { try Checkpoint(text: "o\n\(size)\n\(root)\n") }
        let largest = try Checkpoint(text: "o\n9223372036854775807\n\(root)\n")
        #expect(largest.size == Checkpoint.sizeMax)
        #expect(throws: Self.malformed) { try Checkpoint(text: "o\n1\n\(root)\nextension\n") }
    }

    @Test("a checkpoint of another origin, of another key or without the log's line is refused")
    func notTheLogs() throws {
        let head = TreeHead(size: 1, root: hasher.emptyRoot)
        let (key, other) = try (TestKey(), TestKey())
        let origin = try LogOrigin("enlace-exercise/US-FBI/MX-FGR/1")
        let signer = try key.signer(origin.text)
        let verifier = CheckpointVerifier(logKey: signer.verifier, primitives: primitives)
        let checkpoint = Checkpoint(origin: origin, head: head)
        #expect(try verifier.open(signer.signed(checkpoint)).checkpoint == checkpoint)
        let elsewhere = try LogOrigin("enlace-exercise/US-FBI/MX-FGR/2")
        #expect(throws: LogError(.logUnknown, object: "")) {
            try verifier.open(signer.signed(Checkpoint(origin: elsewhere, head: head)))
        }
        #expect(throws: LogError(.logBadSignature, object: "")) {
            try verifier.open(other.signer(origin.text).signed(checkpoint))
        }
        let cosigner = try key.signer(origin.text, .cosignature)
        let onlyCosigned = CheckpointVerifier(logKey: cosigner.verifier, primitives: primitives)
        let line = try cosigner.cosignature(on: checkpoint, at: Timestamp(milliseconds: 5))
        #expect(throws: LogError(.logBadSignature, object: "")) {
            try onlyCosigned.open(SignedNote(text: checkpoint.text, signatures: [line]))
        }
    }
}
