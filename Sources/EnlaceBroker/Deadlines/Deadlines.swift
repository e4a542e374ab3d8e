import EnlaceLog
import EnlaceModel
import EnlaceStore
import Logging

/// What happens because time passes: documents expire, rows whose wait is over are looked at again,
/// and the logs get their time evidence.
package struct Deadlines: Sendable {
    let context: BrokerContext

    /// Runs until cancelled; throws only what stops the daemon.
    package func run() async throws {
        var lastAnchor = context.clock.now()
        var lastExpiry: Timestamp?
        while true {
            do {
                try await context.pacemaker.wait(context.limits.sweepInterval)
            } catch is CancellationError {
                return
            }
            let now = context.clock.now()
            if lastExpiry.map({ now.since($0) >= context.limits.expiryInterval }) ?? true {
                try await sweep()
                lastExpiry = now
            } else {
                context.dispatcher.wakeAll()
            }
            if now.since(lastAnchor) >= context.limits.anchorInterval {
                context.dispatcher.anchorAll()
                lastAnchor = now
            }
        }
    }

    /// One look: expires what is over, wakes the channels with rows due.
    ///
    /// A document expires at its origin when the grace for wrong clocks has passed too, because
    /// until then the receiver may still take it.
    package func sweep() async throws {
        do {
            try await expire()
            context.dispatcher.wakeAll()
        } catch let error as StoreError where error.code.kind == .transient {
            context.logger.warning(
                "deadlines wait for the store", metadata: ["code": "\(error.code.rawValue)"])
        }
    }

    private func expire() async throws {
        let context = context
        let now = context.clock.now()
        let rows = try await context.store.recordExpiry(
            before: now.advanced(by: .zero - BrokerLimits.clockGrace), at: now
        ) { identity, recipient in
            context.local(
                .expired, actor: "broker", messageID: identity.messageID, object: recipient.text,
                outcome: .expired)
        }
        for row in rows {
            context.logger.notice(
                "expired",
                metadata: [
                    "lead-id": "\(row.identity.messageID)", "peer": "\(row.recipient)",
                    "stage": "deadlines",
                ])
        }
    }
}
