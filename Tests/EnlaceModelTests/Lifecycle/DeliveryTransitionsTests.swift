import Testing

@testable import EnlaceModel

@Suite("DeliveryState transitions")
struct DeliveryTransitionsTests {
    static let events: [DeliveryEvent] = [
        .sealed, .received, .rejected(isFinal: true), .rejected(isFinal: false), .read,
        .acknowledged, .expired, .withdrawn, .resent,
    ]

    /// One row per state, one word per event in the order above: a state is moved to, a state with
    /// `*` late; `=` is unchanged, `X` refused, `E` refused as expired.
    static let table: [DeliveryState: String] = [
        .queued: "SENT RECEIVED = = X X EXPIRED WITHDRAWN X",
        .sent: "X RECEIVED REJECTED QUEUED READ ACKNOWLEDGED EXPIRED X X",
        .received: "X = = = READ ACKNOWLEDGED = X X",
        .read: "X = = = = ACKNOWLEDGED = X X",
        .acknowledged: "X = = = = = = X X",
        .rejected: "X RECEIVED = = X X = X QUEUED",
        .expired: "X RECEIVED* = = READ* ACKNOWLEDGED* = X E",
        .withdrawn: "X RECEIVED* = = READ* ACKNOWLEDGED* = = QUEUED",
    ]

    @Test("every event in every state does what the table says", arguments: DeliveryState.allCases)
    func table(state: DeliveryState) throws {
        let words = try #require(Self.table[state]).split(separator: " ").map(String.init)
        #expect(words.count == Self.events.count)
        for (event, word) in zip(Self.events, words) {
            #expect(state.applying(event) == Self.transition(word), "\(state) \(event)")
        }
    }

    @Test("what the recipient has signed is never taken back")
    func neverBack() {
        for state in [DeliveryState.received, .read, .acknowledged] {
            for event in Self.events {
                if case .moves(let next, _) = state.applying(event) {
                    #expect(next.rank > state.rank)
                }
            }
        }
    }

    @Test(
        "a receipt is accepted in every state that has none yet", arguments: DeliveryState.allCases)
    func receiptAlwaysCounts(state: DeliveryState) {
        switch state.applying(.received) {
        case .moves(let next, _): #expect(next == .received)
        case .unchanged: #expect(state.rank >= DeliveryState.received.rank)
        case .refused: Issue.record("a receipt was refused in \(state)")
        }
    }

    @Test("the worst state of several is the one that needs attention")
    func worst() {
        #expect(DeliveryState.worst([.acknowledged, .read]) == .read)
        #expect(DeliveryState.worst([.acknowledged, .rejected, .queued]) == .rejected)
        #expect(DeliveryState.worst([]) == nil)
    }

    private static func transition(_ word: String) -> DeliveryTransition {
        switch word {
        case "=": .unchanged
        case "X": .refused(.stateForbids)
        case "E": .refused(.expired)
        default:
            DeliveryState(rawValue: word.replacing("*", with: "")).map {
                .moves(to: $0, isLate: word.hasSuffix("*"))
            } ?? .unchanged
        }
    }
}
