import Foundation
import Testing

@testable import EnlaceModel

@Suite("Timestamp")
struct TimestampTests {
    @Test(
        "moments are written with milliseconds and read with none to three digits",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-23T20:31:07.042Z", 1_795_465_867_042),
            ("2026-11-23T20:31:07.4Z", 1_795_465_867_400),
            ("2026-11-23T20:31:07.04Z", 1_795_465_867_040),
            ("2000-02-29T23:59:59.999Z", 951_868_799_999),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ] as [(String, UInt64)])
    func reading(text: String, milliseconds: UInt64) throws {
        let moment = try Timestamp(text)
        #expect(moment.milliseconds == milliseconds)
        #expect(try Timestamp(moment.text) == moment && moment.text.utf8.count == 24)
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "2026-11-23", "2026-11-23T20:31:07", "2026-11-23T20:31:07+00:00",
            "2026-11-23t20:31:07Z", "2026-11-23 20:31:07Z", "2026-02-30T00:00:00Z",
            "2026-11-23T24:00:00Z", "2026-11-23T20:60:00Z", "2026-11-23T20:31:60Z",
            "2026-11-23T20:31:07.Z", "2026-11-23T20:31:07.0421Z", "1969-12-31T23:59:59Z",
            "2026-11-23T20:31:07.04-Z", "２026-11-23T20:31:07Z", "2026-11-23T20:31Z",
        ])
    func refused(text: String) {
        let error = #expect(throws: ModelError.self) { try Timestamp(text) }
        #expect(error?.code == .timeMalformed)
    }

    @Test("moments can be moved and compared, and no value of 64 bits is a trap")
    func arithmetic() {
        let moment = Timestamp(milliseconds: 1_000)
        #expect(moment.advanced(by: .milliseconds(500)).milliseconds == 1_500)
        #expect(moment.advanced(by: .seconds(-2)).milliseconds == 0)
        #expect(moment.since(moment.advanced(by: .seconds(3))) == .seconds(-3))
        let last = Timestamp(milliseconds: .max)
        #expect(last.advanced(by: .seconds(1)) == last)
        #expect(last.since(moment) > .zero && moment.since(last) < .zero)
        #expect(moment.advanced(by: .seconds(Int64.max)) == last)
        #expect(!last.text.isEmpty)
    }

    @Test("every day from 1600 to 2600 agrees with Foundation's calendar")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: -135_140, to: 230_110, by: 97) {
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            let date = CivilDate(daysSince1970: day)
            #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
            #expect(date.daysSince1970 == day && CivilDate(date.text) == date)
        }
    }

    @Test(
        "what is no day of the calendar is refused",
        arguments: [
            "", "2026-1-01", "2026-13-01", "2026-00-01", "2026-01-00", "2026-02-29", "2100-02-29",
            "2026/01/01", "20260101", "2026-01-01T", "+026-01-01",
        ])
    func noDay(text: String) {
        #expect(CivilDate(text) == nil)
    }
}
