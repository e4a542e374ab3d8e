import ArgumentParser
import EnlaceModel
import Glibc

/// What a command has while it runs: its options, where it writes, in which language, and the
/// officer's keys.
///
/// A class because keys are opened once: the passphrase is asked for, or read from its descriptor,
/// a single time.
final class CommandRun {
    let options: GlobalOptions
    let console: Console
    let language: Language
    private var openedDesk: OfficerDesk?

    init(options: GlobalOptions, console: Console, language: Language) {
        self.options = options
        self.console = console
        self.language = language
    }

    /// The profile of this command with its keys; closed until they are needed.
    func desk() throws -> OfficerDesk {
        if let openedDesk { return openedDesk }
        let desk = OfficerDesk(
            file: try ProfileFile.open(options.profile),
            unlock: KeyUnlock(
                descriptor: options.passphraseDescriptor, question: text(.askPassphrase)))
        openedDesk = desk
        return desk
    }

    /// Prints a result: with `--json` the one object, else the lines for people.
    func show(json: @autoclosure () -> JSONValue, lines: @autoclosure () -> [String]) {
        if options.json {
            console.print(JSONLine.make(json()))
        } else {
            for line in lines() { console.print(line) }
        }
    }

    /// Tells people how to get the next page; programs find the cursor in the object.
    func showMore(cursor: String) {
        guard !cursor.isEmpty, !options.json else { return }
        console.note(text(.moreWithCursor, ["cursor": cursor]))
    }

    func text(_ key: MessageKey, _ values: [String: String] = [:]) -> String {
        Catalogue.text(key, language: language, values)
    }
}

/// A command whose errors are shown and turned into exit codes in one place.
protocol EnlaceSubcommand: AsyncParsableCommand, Sendable {
    var options: GlobalOptions { get }

    func perform(_ run: CommandRun) async throws
}

extension EnlaceSubcommand {
    package func run() async throws {
        let run = CommandRun(
            options: options, console: .standard, language: Self.language(options))
        do {
            try await perform(run)
        } catch let error as any CodedError {
            report(error, in: run)
            throw ArgumentParser.ExitCode(error.code.exitCode.rawValue)
        }
    }

    /// `--lang`, else the language of the profile, else the locale.
    private static func language(_ options: GlobalOptions) -> Language {
        if let lang = options.lang { return Language(locale: lang) }
        let profile = try? ProfileFile.open(options.profile).profile
        return profile?.language ?? Language.ofProcess
    }

    private func report(_ error: any CodedError, in run: CommandRun) {
        if run.options.json {
            run.console.note(
                JSONLine.make(ErrorRendering.json(error, language: run.language)))
        } else {
            for line in ErrorRendering.lines(error, language: run.language) {
                run.console.note(line)
            }
        }
    }
}
