import EnlaceModel
import Glibc

/// The clock of this machine.
struct SystemClock: WallClock {
    func now() -> Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
        return Timestamp(milliseconds: milliseconds)
    }
}
