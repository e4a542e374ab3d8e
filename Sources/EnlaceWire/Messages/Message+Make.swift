package import SwiftProtobuf

extension Message {
    /// Fills a new message in one expression; for modules that do not see the library of messages.
    package static func make<Failure: Error>(
        _ fill: (inout Self) throws(Failure) -> Void
    ) throws(Failure) -> Self {
        var message = Self()
        try fill(&message)
        return message
    }
}
