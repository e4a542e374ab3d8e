import ArgumentParser
import EnlaceModel
import Foundation
import Testing

@testable import EnlaceCommands

@Suite("Help")
struct HelpTests {
    private static let words = commands(EnlaceCommand.self, [])

    @Test("every command explains itself with an example", arguments: words)
    func example(words: [String]) throws {
        let folder = try TestFolder()
        let help = try Client(folder: folder.url).enlace(words + ["--help"])
        #expect(help.status == 0)
        // The line of the usage begins otherwise.
        let example = help.output.components(separatedBy: "\n")
            .first { $0.hasPrefix("enlace \(words.joined(separator: " "))") }
        #expect(example != nil)
        #expect(help.errors.isEmpty)
    }

    @Test("every command explains itself in Spanish", arguments: words)
    func spanish(words: [String]) throws {
        let folder = try TestFolder()
        let client = Client(folder: folder.url)
        let english = try client.enlace(words + ["--help"]).output
        let spanish = try client.enlace(words + ["--help", "--lang", "es"]).output
        #expect(spanish != english)
        #expect(spanish.contains("idioma de etiquetas y mensajes"))
    }

    @Test("the locale chooses the language of help")
    func locale() throws {
        let folder = try TestFolder()
        let client = Client(folder: folder.url, environment: ["LC_ALL": "es_MX.UTF-8"])
        #expect(try client.enlace(["--help"]).output.contains("PISTAS Y OTROS DOCUMENTOS"))
    }

    @Test("completions are made for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let folder = try TestFolder()
        let script = try Client(folder: folder.url).enlace(["--generate-completion-script", shell])
        #expect(script.status == 0)
        #expect(script.output.contains("submit"))
    }

    @Test("every command that a person can give is registered")
    func registered() {
        #expect(Self.words.count == 37)
    }

    /// The words of every command that does something.
    private static func commands(
        _ command: any ParsableCommand.Type, _ words: [String]
    ) -> [[String]] {
        let below = command.configuration.subcommands
        guard !below.isEmpty else { return [words] }
        return below.flatMap { commands($0, words + [$0.configuration.commandName ?? "?"]) }
    }
}
