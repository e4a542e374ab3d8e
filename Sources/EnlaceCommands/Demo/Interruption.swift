import EnlaceModel
import Glibc
import Synchronization

/// Notes that the person wants to stop, so that the demonstration can clean up behind itself.
enum Interruption {
    private static let flag = Atomic<Bool>(false)

    /// From now on SIGINT, SIGTERM and SIGHUP only set the flag.
    static func watch() {
        // Touched before a signal can come: the handler must not be the one to initialise it.
        flag.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { _ in Interruption.flag.store(true, ordering: .relaxed) }
        }
    }

    static func check() throws {
        guard !flag.load(ordering: .relaxed) else {
            throw CommandError(.stepFailed, object: "demo", context: ["reason": "interrupted"])
        }
    }
}
