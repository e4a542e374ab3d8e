import ArgumentParser
import EnlaceModel
import Logging

/// `enlaced run`: the daemon in the foreground, until SIGTERM or SIGINT.
struct RunCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run", abstract: sentence(.helpEnlacedRun),
            discussion: "enlaced run --config node.yaml --log-level info")
    }

    @OptionGroup var options: ConfigurationOption

    @Option(
        name: .long, help: ArgumentHelp(sentence(.helpEnlacedLogLevel), valueName: "level"))
    var logLevel = LogLevel.info

    func run() async throws {
        try await Failure.reporting {
            let configuration = try Configuration.load(file: options.config)
            let level = logLevel.level
            let logger = Logger(label: "enlaced") { _ in
                StandardErrorLog(level: level, clock: SystemClock())
            }
            try await Daemon(configuration: configuration, logger: logger).run { ports in
                Failure.say(Self.readiness(ports))
            }
        }
    }

    /// Constant, because programs wait for it: `enlaced ready nodes=HOST:PORT people=HOST:PORT`.
    static func readiness(_ ports: Daemon.Ports) -> String {
        "enlaced ready nodes=\(ports.node) people=\(ports.client)"
    }
}

/// The levels a person may ask for.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case debug
    case info
    case notice
    case warning
    case error

    var level: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        }
    }
}
