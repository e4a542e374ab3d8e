import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@Suite("How a delivery moves")
struct DeliveryRecordTransitionsTests {
    private let document = DocumentRecord.fixture(1)
    private let receipt = Receipt(log: "log", index: 5, time: ManualClock.start)

    private func row(_ state: DeliveryState) -> DeliveryRecord {
        var row = DeliveryRecord(
            queuing: document.identity, for: Fixture.fevimtra, at: ManualClock.start)
        row.state = state
        row.attempt = 1
        row.sentIndex = 3
        return row
    }

    @Test("a receipt lifts every state up to RECEIVED", arguments: DeliveryState.allCases)
    func received(state: DeliveryState) {
        var row = row(state)
        row.settle(.received(document, sentIndex: 3, receipt: receipt))
        #expect(row.state == (state.rank < 3 ? .received : state))
        #expect(row.receipt == receipt && row.receivedAt == ManualClock.start)
    }

    @Test("a final rejection ends SENT only", arguments: DeliveryState.allCases)
    func rejected(state: DeliveryState) {
        var row = row(state)
        row.settle(.rejected(document, sentIndex: 3, reason: .conflict, receipt: receipt))
        #expect(row.state == (state == .sent ? .rejected : state))
        #expect(row.reason == (state == .sent ? .conflict : nil))
    }

    @Test(
        "a retryable rejection queues SENT again and nothing else",
        arguments: DeliveryState.allCases)
    func retryable(state: DeliveryState) {
        var row = row(state)
        let later = ManualClock.start.advanced(by: .seconds(60))
        row.settle(
            .rejected(
                document, sentIndex: 3, reason: .schemaUnknown, receipt: receipt, retryAt: later))
        #expect(row.state == (state == .sent ? .queued : state))
        #expect(row.accepts(attempt: 2) == (state == .sent || state == .queued))
    }

    @Test("withdrawing takes back QUEUED only", arguments: DeliveryState.allCases)
    func withdrawn(state: DeliveryState) {
        var row = row(state)
        row.withdraw()
        #expect(row.state == (state == .queued ? .withdrawn : state))
    }

    @Test("expiry ends QUEUED and SENT only", arguments: DeliveryState.allCases)
    func expired(state: DeliveryState) {
        var row = row(state)
        row.expire()
        #expect(row.state == ([.queued, .sent].contains(state) ? .expired : state))
    }

    @Test("only REJECTED and EXPIRED are queued again", arguments: DeliveryState.allCases)
    func queuedAgain(state: DeliveryState) {
        var row = row(state)
        row.queueAgain(at: ManualClock.start)
        #expect(row.state == ([.rejected, .expired].contains(state) ? .queued : state))
    }

    @Test(
        "an effect moves forward only, and its time is kept once", arguments: DeliveryState.allCases
    )
    func effect(state: DeliveryState) {
        var row = row(state)
        for seconds in [1, 2] {
            row.apply(
                DeliveryEffect(
                    target: document.identity, recipient: Fixture.fevimtra, state: .acknowledged,
                    at: ManualClock.start.advanced(by: .seconds(seconds))))
        }
        #expect(row.state == .acknowledged)
        #expect(row.acknowledgedAt == ManualClock.start.advanced(by: .seconds(1)))
        row.apply(
            DeliveryEffect(
                target: document.identity, recipient: Fixture.fevimtra, state: .withdrawn,
                at: ManualClock.start))
        #expect(row.state == .acknowledged)
    }
}
