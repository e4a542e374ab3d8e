import EnlaceLog
import EnlaceModel
import Testing

@Suite struct AuditVerificationTests {
    private func audit(
        _ log: OwnLog, remembered: TreeHead? = nil, entries: [[UInt8]]? = nil, chunk: Int = 3
    ) throws -> CosignedCheckpoint {
        var audit = AuditVerification(
            origin: log.origin, remembered: remembered, logKey: log.signer.verifier,
            primitives: primitives)
        let entries = entries ?? log.entries
        for start in stride(from: 0, to: entries.count, by: chunk) {
            try audit.add(Array(entries[start..<min(start + chunk, entries.count)]))
        }
        return try audit.finish(checkpoint: log.checkpoint)
    }

    private func head(_ log: OwnLog, _ size: Int) -> TreeHead {
        TreeHead(log.edge(at: size), hasher: hasher)
    }

    @Test(
        "a log that is what it was and grew verifies, in chunks of any size",
        arguments: [1, 2, 5, 100])
    func verifies(chunk: Int) throws {
        let log = try OwnLog(entries: 13)
        for seen in 0...13 {
            let checkpoint = try audit(log, remembered: head(log, seen), chunk: chunk)
            #expect(checkpoint.head == head(log, 13))
        }
        #expect(try audit(log).head.size == 13)
    }

    @Test("a local log verifies with its own types")
    func local() throws {
        let log = try OwnLog("enlace-training/MX-FGR/local/1", entries: 4)
        #expect(try audit(log).head.size == 4)
    }

    @Test("a smaller log than the remembered one is inconsistent")
    func smaller() throws {
        let log = try OwnLog(entries: 13)
        var shrunk = try OwnLog(entries: 1)
        for _ in 1..<8 { try shrunk.append() }
        #expect(throws: LogError(.logInconsistent, object: "")) {
            try audit(shrunk, remembered: head(log, 13))
        }
    }

    @Test("a log whose remembered beginning changed is inconsistent, though it is larger")
    func rewritten() throws {
        let log = try OwnLog(entries: 8)
        var rewritten = try OwnLog(entries: 7)
        for _ in 0..<5 { try rewritten.append(1) }
        for seen in [8] {
            #expect(throws: LogError(.logInconsistent, object: "")) {
                try audit(rewritten, remembered: head(log, seen))
            }
        }
        #expect(throws: Never.self) { try audit(rewritten, remembered: head(log, 7)) }
    }

    @Test("a missing, doubled, swapped or changed entry is named by its kind")
    func entries() throws {
        let log = try OwnLog(entries: 9)
        func code(_ change: (inout [[UInt8]]) -> Void) throws -> ErrorCode? {
            var entries = log.entries
            change(&entries)
            do {
                _ = try audit(log, entries: entries)
                return nil
            } catch let error as LogError {
                return error.code
            }
        }
        #expect(try code { $0.remove(at: 4) } == .logGap)
        #expect(try code { $0.insert($0[4], at: 4) } == .logGap)
        #expect(try code { $0.swapAt(4, 5) } == .logGap)
        #expect(try code { $0.removeLast() } == .logGap)
        #expect(try code { $0[4][20] ^= 1 } == .logInconsistent)
        #expect(try code { $0[4].removeLast() } == .logEntryMalformed)
        #expect(try code { _ in } == nil)
    }

    @Test("a checkpoint of another log or by another key is refused")
    func checkpoints() throws {
        let (log, other) = try (OwnLog(entries: 2), OwnLog(entries: 2))
        let elsewhere = try OwnLog("enlace-exercise/US-FBI/MX-FGR/2", entries: 2)
        for (note, code) in try [
            (other.checkpoint, ErrorCode.logBadSignature), (elsewhere.checkpoint, .logUnknown),
            ([], .noteMalformed),
        ] {
            var audit = AuditVerification(
                origin: log.origin, remembered: nil, logKey: log.signer.verifier,
                primitives: primitives)
            try audit.add(log.entries)
            #expect(throws: LogError(code, object: "")) { try audit.finish(checkpoint: note) }
        }
    }

    @Test("a remembered empty log with a root that is not the empty one is inconsistent")
    func rememberedEmpty() throws {
        let log = try OwnLog(entries: 2)
        #expect(throws: LogError(.logInconsistent, object: "")) {
            try audit(log, remembered: TreeHead(size: 0, root: hasher.leaf([])))
        }
    }
}
