import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("RemoteFailure")
struct RemoteFailureTests {
    @Test("an error arrives with its code, object, context and findings")
    func roundTrip() {
        let error = ModelError(
            .documentInvalid, object: "draft.json", context: ["limit": "3"],
            details: [ErrorDetail(pointer: "/body", code: .fieldMissing, expectation: "object")])
        let remote = RemoteFailure(WireFailure(error))
        #expect(remote.code == .documentInvalid)
        #expect(remote.object == "draft.json")
        #expect(remote.context == ["limit": "3"])
        #expect(remote.details == error.details)
    }

    @Test("a code that this program does not know is kept as text, and goes on as it came")
    func unknownCode() {
        var failure = WireFailure()
        failure.code = "MOON_FULL"
        let remote = RemoteFailure(failure)
        #expect(remote.code == .remoteFailure)
        #expect(remote.reportedCode == "MOON_FULL")
        #expect(remote.cause(in: .english).contains("MOON_FULL"))
        #expect(WireFailure(remote).code == "MOON_FULL")
    }

    @Test("texts of the other side are made visible and cut, lists end")
    func hostile() {
        var failure = WireFailure()
        failure.code = "NOT_FOUND"
        failure.object = "a\u{1B}[2J" + String(repeating: "x", count: 5000)
        failure.findings = Array(repeating: WireFinding(), count: 1000)
        failure.context = (0..<100).map { number in
            var pair = WirePair()
            pair.key = "\(number)"
            return pair
        }
        let remote = RemoteFailure(failure)
        #expect(remote.object.hasPrefix("a⟨U+001B⟩[2J"))
        #expect(remote.object.utf8.count < 1100)
        #expect(remote.details.count == WireLimits.failureFindingsMax)
        #expect(remote.context.count == WireLimits.failurePairsMax)
    }
}
