import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("UnverifiedBatch")
struct UnverifiedBatchTests {
    private let tooLarge = WireError(.frameTooLarge, object: "")
    private let malformed = WireError(.frameMalformed, object: "")

    private func make(
        oldSize: UInt64 = 0, entries: [Int] = [10], sealed: [(index: UInt64, envelope: Int)] = [],
        clearHeader: Int = 10, checkpoint: Int = 10
    ) throws -> UnverifiedBatch {
        try UnverifiedBatch(
            oldSize: oldSize, entries: entries.map { Fixtures.bytes($0) },
            sealed: sealed.map {
                .init(
                    index: $0.index, clearHeader: Fixtures.bytes(clearHeader),
                    envelope: Fixtures.bytes($0.envelope))
            },
            checkpoint: Fixtures.bytes(checkpoint), cosignature: nil)
    }

    @Test("a batch comes back from its message unchanged")
    func roundTrip() throws {
        let batch = try Fixtures.batch()
        #expect(try UnverifiedBatch(batch.message) == batch)
        #expect(batch.newSize == 13)
        #expect(batch.countedBytes == 60 + 70 + 80 + 90 + 91 + 200)
        let bare = try make(entries: [])
        #expect(try UnverifiedBatch(bare.message) == bare)
    }

    @Test("256 entries pass, 257 do not")
    func entries() throws {
        _ = try make(entries: Array(repeating: 10, count: 256))
        #expect(throws: tooLarge) { try make(entries: Array(repeating: 10, count: 257)) }
    }

    @Test(
        "an entry has 1 to 1,024 bytes",
        arguments: [(0, false), (1, true), (1024, true), (1025, false)])
    func entryBytes(count: Int, passes: Bool) {
        #expect(((try? make(entries: [count])) != nil) == passes)
    }

    @Test("several envelopes share 4 MiB, a single one needs only fit its own limit")
    func batchBytes() throws {
        let largest = SessionLimits.standard.envelopeBytes
        _ = try make(sealed: [(0, largest)])
        #expect(throws: tooLarge) { try make(sealed: [(0, largest + 1)]) }
        let third = (4 << 20) / 4
        let four: [(index: UInt64, envelope: Int)] = (0..<4).map { (UInt64($0), third - 20) }
        _ = try make(entries: [10, 10, 10, 10], sealed: four)
        let over: [(index: UInt64, envelope: Int)] = (0..<4).map { (UInt64($0), third) }
        #expect(throws: tooLarge) { try make(entries: [10, 10, 10, 10], sealed: over) }

        let wide = SessionLimits(documentBytes: 16 << 20, batchEntries: 256, batchBytes: 4 << 20)
        _ = try UnverifiedBatch(
            oldSize: 0, entries: [[1]],
            sealed: [.init(index: 0, clearHeader: [1], envelope: Fixtures.bytes(16 << 20))],
            checkpoint: [], cosignature: nil, limits: wide)
    }

    @Test("an envelope's index points at an entry of the batch, in order, once")
    func indexes() throws {
        _ = try make(oldSize: 5, entries: [1, 1], sealed: [(5, 1), (6, 1)])
        for wrong: [UInt64] in [[4], [7], [6, 5], [5, 5], [.max]] {
            #expect(throws: malformed) {
                try make(oldSize: 5, entries: [1, 1], sealed: wrong.map { ($0, 1) })
            }
        }
        #expect(throws: tooLarge) { try make(entries: [], sealed: [(0, 1)]) }
    }

    @Test("sizes of logs end below 2^63")
    func oldSize() throws {
        _ = try make(oldSize: UInt64(Int64.max) - 1)
        #expect(throws: malformed) { try make(oldSize: UInt64(Int64.max)) }
        #expect(throws: malformed) { try make(oldSize: .max) }
    }

    @Test("clear header and checkpoint have limits")
    func otherLimits() throws {
        #expect(throws: tooLarge) { try make(sealed: [(0, 1)], clearHeader: 2049) }
        #expect(throws: malformed) { try make(checkpoint: 4097) }
    }
}
