import Testing

@testable import EnlaceCommands

/// Serialized because the zone is the process's own.
@Suite("Times for people", .serialized)
struct LocalClockTests {
    /// 2026-11-23T22:05:00.855Z.
    private let moment: UInt64 = 1_795_471_500_855

    @Test("stand in UTC alone where no zone is known")
    func utc() {
        #expect(LocalClock.utc.text(milliseconds: moment) == "2026-11-23T22:05:00.855Z")
        #expect(LocalClock.utc.text(milliseconds: 0) == "")
        #expect(LocalClock(zone: "UTC").text(milliseconds: moment) == "2026-11-23T22:05:00.855Z")
    }

    @Test("have the time of the person's zone beside UTC")
    func zone() {
        let mexico = LocalClock(zone: "<-06>6")
        #expect(
            mexico.text(milliseconds: moment) == "2026-11-23T22:05:00.855Z (16:05 -0600)")
        let kathmandu = LocalClock(zone: "<+0545>-5:45")
        #expect(
            kathmandu.text(milliseconds: moment)
                == "2026-11-23T22:05:00.855Z (2026-11-24 03:50 +0545)")
    }
}
