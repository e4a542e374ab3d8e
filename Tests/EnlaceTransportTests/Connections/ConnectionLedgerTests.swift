import Testing

@testable import EnlaceTransport

@Suite("ConnectionLedger")
struct ConnectionLedgerTests {
    @Test("no source takes more than its share, all together no more than the total")
    func limits() {
        let ledger = ConnectionLedger(totalMax: 3, perSourceMax: 2)
        #expect(ledger.enter("a"))
        #expect(ledger.enter("a"))
        #expect(!ledger.enter("a"))
        #expect(ledger.enter("b"))
        #expect(!ledger.enter("c"))
        ledger.leave("a")
        #expect(ledger.enter("c"))
        #expect(!ledger.enter("a"))
        for source in ["a", "b", "c"] { ledger.leave(source) }
        #expect(ledger.total == 0)
        #expect(ledger.enter("a"))
    }
}
