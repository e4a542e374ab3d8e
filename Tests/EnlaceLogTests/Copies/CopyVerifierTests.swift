import EnlaceLog
import EnlaceModel
import Testing

/// A log as its owner would write it.
struct OwnLog {
    let origin: LogOrigin
    let signer: NoteSigner
    private(set) var entries: [[UInt8]] = []
    private(set) var edge = TreeEdge()

    init(_ origin: String = "enlace-exercise/US-FBI/MX-FGR/1", entries count: Int) throws {
        self.origin = try LogOrigin(origin)
        signer = try TestKey().signer(origin)
        for _ in 0..<count { try append() }
    }

    mutating func append(_ salt: UInt8 = 0) throws {
        let zero = TreeHeadBody(size: 0, root: hasher.emptyRoot)
        let body: EntryBody =
            entries.isEmpty
            ? .keys(
                KeysBody(
                    cardVersion: 1, card: hasher.emptyRoot, reason: .created, previousHead: zero))
            : origin.scope == .local
                ? .local(LocalBody(event: .received, actor: "node"))
                : .directory(DirectoryBody(version: 1, directory: hasher.emptyRoot))
        let entry = LogEntry(
            index: edge.size, time: Timestamp(milliseconds: edge.size),
            salt: [UInt8](repeating: salt, count: EntryDraft.saltByteCount), body: body)
        entries.append(entry.encoded)
        edge.append(leaf: hasher.leaf(entry.encoded), hasher: hasher)
    }

    var checkpoint: [UInt8] {
        get throws {
            let head = TreeHead(edge, hasher: hasher)
            return try signer.signed(Checkpoint(origin: origin, head: head)).encoded
        }
    }

    func edge(at size: Int) -> TreeEdge {
        var edge = TreeEdge()
        for entry in entries.prefix(size) {
            edge.append(leaf: hasher.leaf(entry), hasher: hasher)
        }
        return edge
    }

    var verifier: CopyVerifier {
        CopyVerifier(origin: origin, logKey: signer.verifier, primitives: primitives)
    }
}

@Suite struct CopyVerifierTests {
    private func refusal(
        of log: OwnLog, held: TreeEdge, oldSize: UInt64, entries: some Sequence<[UInt8]>,
        checkpoint: [UInt8]? = nil
    ) throws -> LogError? {
        let note = try checkpoint ?? log.checkpoint
        do {
            _ = try log.verifier.extend(
                held: held, oldSize: oldSize, entries: Array(entries), checkpoint: note)
            return nil
        } catch {
            return error
        }
    }

    @Test("every contiguous batch extends the copy to the owner's head")
    func extends() throws {
        let log = try OwnLog(entries: 20)
        for size in 0...20 {
            let grown = try log.verifier.extend(
                held: log.edge(at: size), oldSize: UInt64(size),
                entries: Array(log.entries[size...]), checkpoint: log.checkpoint)
            #expect(grown.edge == log.edge)
            #expect(grown.oldSize == UInt64(size))
            #expect(grown.entries.map(\.encoded) == Array(log.entries[size...]))
            #expect(grown.encodedEntries == Array(log.entries[size...]))
            #expect(grown.leafHashes == log.entries[size...].map(hasher.leaf))
            #expect(grown.head == TreeHead(log.edge, hasher: hasher))
            #expect(try grown.checkpointNote == log.checkpoint)
        }
    }

    @Test("an old size other than the held one is a conflict that names the held size")
    func conflict() throws {
        let log = try OwnLog(entries: 9)
        let error = try refusal(
            of: log, held: log.edge(at: 6), oldSize: 4, entries: log.entries[4...])
        #expect(error?.code == .logConflict)
        #expect(error?.context["size"] == "6")
    }

    @Test("a history other than the held one is inconsistent")
    func rewritten() throws {
        let held = try OwnLog(entries: 6).edge(at: 6)
        var forked = try OwnLog(entries: 5)
        try forked.append(9)
        try forked.append()
        let error = try refusal(of: forked, held: held, oldSize: 6, entries: forked.entries[6...])
        #expect(error?.code == .logInconsistent)
    }

    @Test("a changed entry is inconsistent, an unreadable one malformed, a shifted one a gap")
    func changedEntries() throws {
        let log = try OwnLog(entries: 9)
        let held = log.edge(at: 5)
        var salted = Array(log.entries[5...])
        salted[2][20] ^= 1
        #expect(
            try refusal(of: log, held: held, oldSize: 5, entries: salted)?.code == .logInconsistent)
        var cut = Array(log.entries[5...])
        cut[2].removeLast()
        #expect(
            try refusal(of: log, held: held, oldSize: 5, entries: cut)?.code == .logEntryMalformed)
        var swapped = Array(log.entries[5...])
        swapped.swapAt(0, 1)
        #expect(try refusal(of: log, held: held, oldSize: 5, entries: swapped)?.code == .logGap)
    }

    @Test("too few and too many entries for the checkpoint are a bad request")
    func counts() throws {
        let log = try OwnLog(entries: 9)
        let held = log.edge(at: 5)
        for entries in [Array(log.entries[5..<8]), Array(log.entries[4...]), []] {
            #expect(
                try refusal(of: log, held: held, oldSize: 5, entries: entries)?.code
                    == .logBadRequest)
        }
        #expect(
            try refusal(of: log, held: log.edge, oldSize: .max, entries: [])?.code
                == .logBadRequest)
    }

    @Test("a note of another log, a changed signature and no note at all are told apart")
    func notes() throws {
        let log = try OwnLog(entries: 3)
        let held = log.edge(at: 1)
        let other = try OwnLog("enlace-exercise/US-FBI/MX-FGR/2", entries: 3)
        let stolen = try OwnLog(entries: 3)
        func code(_ note: [UInt8]) throws -> ErrorCode? {
            try refusal(
                of: log, held: held, oldSize: 1, entries: log.entries[1...], checkpoint: note)?.code
        }
        #expect(try code(other.checkpoint) == .logUnknown)
        #expect(try code(stolen.checkpoint) == .logBadSignature)
        #expect(try code(Array(log.checkpoint.dropLast())) == .logBadRequest)
        #expect(try code([]) == .logBadRequest)
    }

    @Test("a verifier whose key is named after another origin accepts nothing")
    func otherKeyName() throws {
        let log = try OwnLog(entries: 2)
        let verifier = CopyVerifier(
            origin: try LogOrigin("enlace-exercise/US-FBI/MX-FGR/2"), logKey: log.signer.verifier,
            primitives: primitives)
        #expect(throws: LogError(.logUnknown, object: "")) {
            try verifier.extend(
                held: TreeEdge(), oldSize: 0, entries: log.entries, checkpoint: log.checkpoint)
        }
    }

    @Test("the same head again extends by nothing, with another root it is inconsistent")
    func sameSize() throws {
        let log = try OwnLog(entries: 4)
        let grown = try log.verifier.extend(
            held: log.edge, oldSize: 4, entries: [], checkpoint: log.checkpoint)
        #expect(grown.edge == log.edge)
        var other = try OwnLog(entries: 3)
        try other.append(1)
        #expect(
            try refusal(of: log, held: other.edge, oldSize: 4, entries: [])?.code
                == .logInconsistent)
    }

    @Test("a log that does not begin with KEYS is refused")
    func firstEntry() throws {
        let log = try OwnLog(entries: 2)
        let entry = LogEntry(
            index: 0, time: Timestamp(milliseconds: 0), salt: [UInt8](repeating: 0, count: 16),
            body: .directory(DirectoryBody(version: 1, directory: hasher.emptyRoot)))
        var edge = TreeEdge()
        edge.append(leaf: hasher.leaf(entry.encoded), hasher: hasher)
        let head = TreeHead(edge, hasher: hasher)
        let note = try log.signer.signed(Checkpoint(origin: log.origin, head: head)).encoded
        let error = try refusal(
            of: log, held: TreeEdge(), oldSize: 0, entries: [entry.encoded], checkpoint: note)
        #expect(error?.code == .logEntryMalformed)
    }
}
