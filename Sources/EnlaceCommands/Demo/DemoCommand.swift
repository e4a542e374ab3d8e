import ArgumentParser
import EnlaceModel

/// `enlace demo`: two nodes of two countries on this machine, and a lead from one to the other and
/// back; every step is a real command of a real process.
struct DemoCommand: EnlaceSubcommand {
    /// How far off the next step is that the acknowledgement names.
    private static let nextStepDays = 7
    private static let millisecondsPerDay: UInt64 = 86_400_000

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo", abstract: sentence(.helpDemo), discussion: "enlace demo --keep")
    }

    @OptionGroup var options: GlobalOptions

    @Flag(help: help(.optionKeep))
    var keep = false

    @Option(help: help(.optionDemoFolder))
    var folder: String?

    func perform(_ run: CommandRun) async throws {
        Interruption.watch()
        let stage = try DemoStage(folder: folder, run)
        do {
            try await play(stage, run)
        } catch {
            stage.killDaemons()
            try? stage.removeFolder()
            throw error
        }
    }

    private func play(_ stage: DemoStage, _ run: CommandRun) async throws {
        let now = SystemClock().now()
        let play = try DemoPlay(stage)
        try play.prepare(now: now)
        let daemons = try await play.startNodes()
        try await play.enrol()
        let today = CivilDate(daysSince1970: Int(now.milliseconds / Self.millisecondsPerDay))
        try await play.exchange(
            nextStep: CivilDate(daysSince1970: today.daysSince1970 + Self.nextStepDays))
        let environment = DemoEnvironment(
            stage: stage, nodes: [(play.us, daemons.us), (play.mx, daemons.mx)])
        if keep {
            try environment.write()
        } else {
            try await stage.stopDaemons()
            try stage.removeFolder()
        }
        stage.tell(.demoDone)
        if keep {
            stage.tell(.demoKept)
            for line in environment.examples { stage.say("  \(line)") }
        }
        if options.json {
            run.show(json: ListJSON.make(keep ? [environment.json] : []), lines: [])
        }
    }
}
