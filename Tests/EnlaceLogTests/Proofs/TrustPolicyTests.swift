import EnlaceLog
import EnlaceModel
import Testing

@Suite struct TrustPolicyTests {
    private let log: NoteVerifier
    private let witnesses: [NoteVerifier]

    init() throws {
        log = try TestKey().signer("example.org/log").verifier
        witnesses = try (1...4).map { try TestKey().signer("w\($0)", .cosignature).verifier }
    }

    private func policy(_ lines: String) throws(LogError) -> TrustPolicy {
        var text = "log \(log.vkey) https://example.org/\n"
        for (index, key) in witnesses.enumerated() {
            text += " witness \t W\(index + 1) \(key.vkey) \n"
        }
        return try TrustPolicy(Array((text + lines).utf8), hasher: hasher)
    }

    @Test("groups count their members, also through groups")
    func quorum() throws {
        let nested = try policy(
            """
            # two of three, and the fourth

            group X 2 W1 W2 W3
            group Y any W4
            group XY all X Y
            quorum XY

            """)
        let w = witnesses
        #expect(nested.isSatisfied(by: [w[0], w[2], w[3]]))
        #expect(nested.isSatisfied(by: w))
        #expect(!nested.isSatisfied(by: [w[0], w[1], w[2]]))
        #expect(!nested.isSatisfied(by: [w[0], w[3]]))
        #expect(!nested.isSatisfied(by: []))
        #expect(nested.logs == [log])
        #expect(nested.witnessKeys == w)
    }

    @Test("a single witness or none can be the quorum")
    func simple() throws {
        let one = try policy("quorum W2\n")
        #expect(one.isSatisfied(by: [witnesses[1]]))
        #expect(!one.isSatisfied(by: [witnesses[0]]))
        #expect(try policy("quorum none\n").isSatisfied(by: []))
    }

    @Test(
        "what the format forbids is refused",
        arguments: [
            "", "quorum W9\n", "quorum none", "quorum none\nquorum none\n", "quorum\n",
            "quorum none W1\n", "group none 1 W1\nquorum none\n", "group W1 1 W2\nquorum none\n",
            "group G 0 W1\nquorum G\n", "group G 2 W1\nquorum G\n", "group G 01 W1\nquorum G\n",
            "group G any\nquorum G\n", "group G any W1 W1\nquorum G\n",
            "group G any H\ngroup H any W1\nquorum G\n", "group G any G\nquorum G\n",
            "group G any W1\ngroup H any W1\nquorum H\n", "group G any none\nquorum G\n",
            "quorum G\ngroup G any W1\n", "witnes W5 x\nquorum none\n", "quorum none\r\n",
            "quorum none\u{0}\n", "quorum\u{A0}none\n", "log x\nquorum none\n",
            "witness W5 x\nquorum none\n",
        ])
    func refused(_ lines: String) {
        #expect(throws: LogError(.noteMalformed, object: "")) { try policy(lines) }
    }

    @Test("a key of the wrong kind, and the same key twice, are refused")
    func keys() throws {
        let key = try TestKey()
        let (logKey, witness) = try (key.signer("l").verifier, key.signer("w", .cosignature))
        for lines in [
            "witness W5 \(logKey.vkey)\n", "log \(witness.verifier.vkey)\n",
            "log \(logKey.vkey)\nwitness W5 \(witness.verifier.vkey)\n",
            "witness W5 \(witnesses[0].vkey)\n", "log \(log.vkey)\n",
        ] {
            #expect(throws: LogError(.noteMalformed, object: "")) {
                try policy(lines + "quorum none\n")
            }
        }
    }

    @Test("an error names the line")
    func line() {
        let error = #expect(throws: LogError.self) { try policy("nonsense\nquorum none\n") }
        #expect(error?.object == "policy line 6")
    }

    @Test("a checkpoint of an unlisted log is unknown")
    func unknownLog() throws {
        let other = try TestKey().signer("example.org/other")
        let root = Base64.encode(hasher.emptyRoot.bytes)
        let note = try other.signed(text: "example.org/other\n0\n\(root)\n")
        #expect(throws: LogError(.logUnknown, object: "")) {
            try policy("quorum none\n").open(note, primitives: primitives)
        }
    }
}
