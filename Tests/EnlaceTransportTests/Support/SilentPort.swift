import EnlaceModel
import NIOCore
import NIOPosix

/// A port that accepts and then says nothing.
struct SilentPort {
    let channel: any Channel
    let address: NetworkAddress

    static func bind() async throws -> SilentPort {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0).get()
        return SilentPort(
            channel: channel,
            address: NetworkAddress(host: "127.0.0.1", port: channel.localAddress?.port ?? 0))
    }

    func close() { channel.close(promise: nil) }
}
