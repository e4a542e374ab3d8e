import EnlaceLog
import EnlaceModel
import EnlaceStore

/// Cosigns the checkpoints of peers' logs: the statement that this is the largest consistent tree
/// seen of that log. Called only after the copy up to it is durable.
struct Witness {
    let context: BrokerContext

    /// The signature line, without its newline.
    func line(on head: TreeHead, of origin: LogOrigin) throws -> String {
        let checkpoint = Checkpoint(origin: origin, head: head)
        let signature = try context.trust.ownKeys.witness.cosignature(
            on: checkpoint, at: context.clock.now())
        return String(signature.line.dropLast())
    }
}
