import ArgumentParser
import EnlaceFiles
import EnlaceModel
import EnlaceWire

/// `enlace peer card`: the own node's card, to be carried to the other agency; its fingerprint is
/// compared by another way, such as the telephone.
struct PeerCardCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "card", abstract: sentence(.helpPeerCard),
            discussion: "enlace peer card --out us-dhs-hsi-nyc.card")
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: help(.optionOut))
    var out: String

    func perform(_ run: CommandRun) async throws {
        let card = try await run.withNode { client in
            guard case .card(let card) = try await client.request(.card(ClientCardRequest()))
            else { throw NodeClient.unexpected("card") }
            return card
        }
        try FileSystem.createDurably(Array(card.card), at: out, mode: .publicFile)
        let fingerprint = Fingerprint(Array(card.fingerprint))
        run.show(
            json: ListJSON.make([
                ["file": .string(out), "fingerprint": .string(fingerprint.hex)]
            ]),
            lines: [
                run.text(.cardWritten, ["file": out]),
                run.text(.compareFingerprint, ["fingerprint": fingerprint.grouped]),
            ])
    }
}
