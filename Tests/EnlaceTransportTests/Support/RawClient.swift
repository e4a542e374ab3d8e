import EnlaceModel
import NIOCore
import NIOPosix

/// A TCP client that knows nothing of TLS.
enum RawClient {
    /// Sends the bytes and returns how many came back before the other side closed.
    static func exchange(_ bytes: [UInt8], with address: NetworkAddress) async throws -> Int {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: address.host, port: address.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            if !bytes.isEmpty { try? await outbound.write(ByteBuffer(bytes: bytes)) }
            var count = 0
            // A reset is as good an end as any.
            do { for try await buffer in inbound { count += buffer.readableBytes } } catch {}
            return count
        }
    }
}
