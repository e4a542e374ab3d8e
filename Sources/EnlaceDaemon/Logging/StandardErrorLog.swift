package import EnlaceModel
import Glibc
package import Logging

/// Log lines on standard error: time, level, a constant event, then `key=value` in the order of the
/// keys. Values are made visible; nothing personal and no content comes here.
package struct StandardErrorLog: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let clock: any WallClock

    package init(level: Logger.Level, clock: any WallClock) {
        logLevel = level
        self.clock = clock
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        Self.write(
            Self.text(at: clock.now(), level: event.level, message: event.message, metadata: all))
    }

    static func text(
        at time: Timestamp, level: Logger.Level, message: Logger.Message,
        metadata: Logger.Metadata
    ) -> String {
        let pairs = metadata.sorted { $0.key < $1.key }.map { key, value in
            " \(key)=\(quoted(VisibleText.make("\(value)")))"
        }
        return "\(time.text) \(level.rawValue) \(VisibleText.make("\(message)"))\(pairs.joined())\n"
    }

    private static func quoted(_ text: String) -> String {
        text.isEmpty || text.contains(" ") ? "\"\(text)\"" : text
    }

    /// One call of the system for one line, so that lines of several threads do not mix.
    private static func write(_ line: String) {
        let bytes = Array(line.utf8)
        _ = unsafe Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
