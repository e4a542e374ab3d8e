import EnlaceLog
import EnlaceModel
import Testing

@Suite struct LockRecordTests {
    private static let mismatch = LogError(.logLockMismatch, object: "")
    private let origin: LogOrigin
    private let local: LogOrigin

    init() throws {
        origin = try LogOrigin("enlace-live/US-FBI/MX-FGR/1")
        local = try LogOrigin("enlace-live/US-FBI/local/1")
    }

    private func head(_ size: UInt64, _ mark: UInt8 = 0) -> TreeHead {
        TreeHead(size: size, root: hasher.leaf([mark, UInt8(size & 0xFF)]))
    }

    private func record(_ heads: [(LogOrigin, TreeHead)]) throws -> LockRecord {
        var record = LockRecord()
        for (origin, head) in heads { try record.advance(origin, from: nil, to: head) }
        return record
    }

    @Test("a log advances from the head the record holds, and may sign the same head again")
    func advances() throws {
        var record = LockRecord()
        try record.advance(origin, from: nil, to: head(1))
        try record.advance(origin, from: head(1), to: head(5))
        try record.advance(origin, from: head(5), to: head(5))
        #expect(record.head(of: origin) == head(5))
        #expect(record.head(of: local) == nil)
    }

    @Test("a wrong old head, a smaller size and another root of the same size are refused")
    func compareAndSwap() throws {
        var record = try record([(origin, head(5))])
        let before = record
        for (old, new) in [
            (nil, head(6)), (head(4), head(6)), (head(5, 1), head(6)), (head(5), head(4)),
            (head(5), head(5, 1)), (head(5), head(0)),
        ] {
            #expect(throws: Self.mismatch) { try record.advance(origin, from: old, to: new) }
        }
        #expect(record == before)
    }

    @Test("a store with the record's root at the record's size may start, also when ahead")
    func startAllowed() throws {
        let record = try record([(origin, head(5))])
        for stored in UInt64(5)...7 {
            try record.checkStart(of: origin, storedSize: stored) { self.head($0).root }
        }
        try record.checkStart(of: local, storedSize: 3) { self.head($0).root }
        try record.checkStart(storedLogs: [origin, local])
    }

    @Test("a store behind the record was rolled back, one with another root contradicts it")
    func startRefused() throws {
        let record = try record([(origin, head(5))])
        let error = #expect(throws: LogError.self) {
            try record.checkStart(of: origin, storedSize: 4) { self.head($0).root }
        }
        #expect(error?.code == .logRolledBack)
        #expect(error?.context == ["lock": "5", "stored": "4"])
        #expect(throws: Self.mismatch) {
            try record.checkStart(of: origin, storedSize: 9) { self.head($0, 1).root }
        }
        #expect(throws: LogError(.logRolledBack, object: "")) {
            try record.checkStart(storedLogs: [local])
        }
    }

    @Test("the file has its frozen form and is read back")
    func file() throws {
        let record = try record([
            (origin, TreeHead(size: 5, root: hasher.emptyRoot)),
            (local, TreeHead(size: 70_000, root: hasher.emptyRoot)),
        ])
        let lines = """
            enlace-lock/1
            enlace-live/US-FBI/MX-FGR/1 5 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
            enlace-live/US-FBI/local/1 70000 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

            """
        let sum = hasher.sha256(Array(lines.utf8)).hex
        let bytes = record.encoded(hasher: hasher)
        #expect(String(decoding: bytes, as: UTF8.self) == lines + "sum \(sum)\n")
        #expect(try LockRecord(bytes, hasher: hasher) == record)
        let empty = LockRecord().encoded(hasher: hasher)
        #expect(try LockRecord(empty, hasher: hasher) == LockRecord())
    }

    @Test("a file cut, continued or changed anywhere is refused")
    func damaged() throws {
        let record = try record([(origin, head(5)), (local, head(7))])
        let bytes = record.encoded(hasher: hasher)
        for count in 0..<bytes.count {
            #expect(throws: Self.mismatch) {
                try LockRecord(Array(bytes.prefix(count)), hasher: hasher)
            }
        }
        for position in bytes.indices {
            for mask: UInt8 in [1, 0x20, 0x80] {
                var changed = bytes
                changed[position] ^= mask
                #expect(throws: Self.mismatch) { try LockRecord(changed, hasher: hasher) }
            }
        }
        #expect(throws: Self.mismatch) { try LockRecord(bytes + [0x0A], hasher: hasher) }
    }

    @Test("a log named twice or out of order is refused though the sum is right")
    func order() throws {
        let root = Base64.encode(hasher.emptyRoot.bytes)
        for lines in [
            "\(origin) 5 \(root)\n\(origin) 6 \(root)\n",
            "\(local) 5 \(root)\n\(origin) 6 \(root)\n",
            "\(origin) 05 \(root)\n",
        ] {
            let body = "enlace-lock/1\n" + lines
            let sum = hasher.sha256(Array(body.utf8)).hex
            #expect(throws: Self.mismatch) {
                try LockRecord(Array("\(body)sum \(sum)\n".utf8), hasher: hasher)
            }
        }
    }
}
