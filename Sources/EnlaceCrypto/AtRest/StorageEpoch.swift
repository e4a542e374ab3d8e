package import EnlaceModel

/// One of the weeks by which storage keys are counted: epoch 0 begins at 1970-01-01T00:00:00Z.
package struct StorageEpoch: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// How long one epoch lasts.
    package static let length = Duration.seconds(7 * 24 * 60 * 60)

    private static let milliseconds = UInt64(length.components.seconds) * 1000

    package let number: UInt32

    package init(number: UInt32) {
        self.number = number
    }

    /// The epoch that this moment lies in; moments too far ahead to be counted share the last one.
    package init(at moment: Timestamp) {
        number = UInt32(clamping: moment.milliseconds / Self.milliseconds)
    }

    package static func < (left: StorageEpoch, right: StorageEpoch) -> Bool {
        left.number < right.number
    }

    package var description: String { "storage epoch \(number)" }
}
