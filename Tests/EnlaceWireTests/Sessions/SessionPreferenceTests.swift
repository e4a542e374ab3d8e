import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("SessionPreference")
struct SessionPreferenceTests {
    @Test("both sides keep the connection that the lower node dialled")
    func bothAgree() throws {
        let low = try NodeID("MX-FGR")
        let high = try NodeID("US-DHS")
        // The connection dialled by `low`, as each side sees it.
        #expect(SessionPreference.stays(isDialer: true, own: low, peer: high))
        #expect(SessionPreference.stays(isDialer: false, own: high, peer: low))
        // The connection dialled by `high`.
        #expect(!SessionPreference.stays(isDialer: false, own: low, peer: high))
        #expect(!SessionPreference.stays(isDialer: true, own: high, peer: low))
    }
}
