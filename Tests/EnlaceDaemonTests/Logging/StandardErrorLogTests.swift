import EnlaceModel
import EnlaceTestSupport
import Logging
import Testing

@testable import EnlaceDaemon

@Suite("Log lines")
struct StandardErrorLogTests {
    @Test("a line has time, level, event, and its data in the order of the keys")
    func line() {
        let text = StandardErrorLog.text(
            at: ManualClock.start, level: .notice, message: "accepted",
            metadata: ["stage": "submission", "peer": "MX-FGR-FEVIMTRA", "cause": "a b"])
        #expect(
            text
                == "\(ManualClock.start.text) notice accepted cause=\"a b\" peer=MX-FGR-FEVIMTRA stage=submission\n"
        )
    }

    @Test("text from outside cannot break a line or turn it around")
    func visible() {
        let text = StandardErrorLog.text(
            at: ManualClock.start, level: .info, message: "x",
            metadata: ["peer": "a\nb\u{202E}c"])
        #expect(text.split(separator: "\n").count == 1)
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
}
