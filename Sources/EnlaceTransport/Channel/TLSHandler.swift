import EnlaceCrypto
import EnlaceModel
import NIOCore

/// What the TLS handler tells those above it, once.
struct TLSReady: Sendable {
    let peer: TLSPeer
}

/// TLS between the socket and the frames: bytes of the network below, plaintext above.
///
/// Writes before the handshake are held. An error is fired with its exact code; what the engine has
/// to say about it, an alert, leaves before the channel closes. Closing says close_notify, ends the
/// own direction and waits for the other to end, so that the last words are not lost to a reset; all
/// of it within `closeTimeout`.
final class TLSHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum State { case idle, handshaking, open, closing, closed }

    private let engine: TLSEngine
    private let limits: TransportLimits
    private var state = State.idle
    private var held: [(bytes: ByteBuffer, promise: EventLoopPromise<Void>?)] = []
    private var heldBytes = 0
    /// The peer said that it sends no more: what is owed to it may still be sent.
    private var isPeerDone = false
    private var isInputClosed = false
    private var timer: Scheduled<Void>?

    init(engine: TLSEngine, limits: TransportLimits) {
        self.engine = engine
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        receiveEnd(context)
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard state == .handshaking || state == .open else { return }
        let output = unwrapInboundIn(data).withUnsafeReadableBytes { engine.receive($0) }
        act(on: output, context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .inputClosed? = event as? ChannelEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        isInputClosed = true
        switch state {
        case .handshaking, .open: receiveEnd(context)
        case .closing: context.close(promise: nil)
        case .idle, .closed: break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        // Nobody above asks any more, and the end of the other direction is still to be seen.
        if state == .closing { context.read() }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let bytes = unwrapOutboundIn(data)
        switch state {
        case .open: encrypt(bytes, promise, context)
        case .idle, .handshaking:
            heldBytes += bytes.readableBytes
            guard heldBytes <= TransportLimits.heldBytesMax else {
                heldBytes -= bytes.readableBytes
                promise?.fail(TransportError(.frameTooLarge, object: "before the handshake"))
                return
            }
            held.append((bytes, promise))
        case .closing, .closed: promise?.fail(ChannelError.ioOnClosedChannel)
        }
    }

    func close(
        context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
    ) {
        guard mode == .all else {
            promise?.fail(ChannelError.operationUnsupported)
            return
        }
        context.channel.closeFuture.cascade(to: promise)
        finish(context)
    }

    private func start(_ context: ChannelHandlerContext) {
        guard state == .idle else { return }
        state = .handshaking
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: TimeAmount(limits.handshakeTimeout)) {
            let (handler, context) = bound.value
            guard handler.state == .handshaking else { return }
            handler.fail(TransportError(.sessionTimeout, object: "TLS handshake"), context)
        }
        act(on: engine.startHandshake(), context)
    }

    /// Frames carry their length, so that a lost connection is not the forgery it might be for
    /// others; before the handshake's end it is a failure of TLS.
    private func receiveEnd(_ context: ChannelHandlerContext) {
        let isOpen = state == .open
        guard !isPeerDone, isOpen || state == .handshaking else { return }
        var output = engine.receiveEnd()
        if isOpen, output.error != nil {
            output.error = TransportError(
                .sessionClosed, object: "TLS", context: ["reason": "connection lost"])
        }
        act(on: output, context)
    }

    /// In the order that the engine asks for: send, hand up, then look at the rest.
    private func act(on output: TLSOutput, _ context: ChannelHandlerContext) {
        send(output.ciphertext, nil, context)
        if let peer = output.handshake { open(peer, context) }
        for piece in output.plaintext where state == .open {
            context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: piece)))
        }
        if !output.plaintext.isEmpty { context.fireChannelReadComplete() }
        if output.isPeerClosed {
            isPeerDone = true
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        if let error = output.error { fail(error, context) }
    }

    private func open(_ peer: TLSPeer, _ context: ChannelHandlerContext) {
        timer?.cancel()
        state = .open
        context.fireUserInboundEventTriggered(TLSReady(peer: peer))
        let waiting = held
        held = []
        heldBytes = 0
        for write in waiting where state == .open {
            encrypt(write.bytes, write.promise, context)
        }
        context.flush()
    }

    private func encrypt(
        _ bytes: ByteBuffer, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext
    ) {
        guard bytes.readableBytes > 0 else {
            promise?.succeed()
            return
        }
        var rest = bytes
        while let piece = rest.readSlice(
            length: min(rest.readableBytes, TransportLimits.pieceBytes)), piece.readableBytes > 0
        {
            let output = piece.withUnsafeReadableBytes { engine.write($0) }
            if let error = output.error {
                promise?.fail(error)
                return act(on: output, context)
            }
            send(output.ciphertext, rest.readableBytes == 0 ? promise : nil, context)
        }
    }

    private func send(
        _ pieces: [[UInt8]], _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext
    ) {
        guard let last = pieces.indices.last else {
            promise?.succeed()
            return
        }
        for (index, piece) in pieces.enumerated() {
            let buffer = context.channel.allocator.buffer(bytes: piece)
            context.write(wrapOutboundOut(buffer), promise: index == last ? promise : nil)
        }
        // What is written on request is flushed on request; the engine's own words go at once.
        if promise == nil { context.flush() }
    }

    private func fail(_ error: any CodedError, _ context: ChannelHandlerContext) {
        context.fireErrorCaught(error)
        finish(context)
    }

    /// Says the last words and closes when they have left, or when it takes too long.
    private func finish(_ context: ChannelHandlerContext) {
        guard state != .closing, state != .closed else { return }
        timer?.cancel()
        let output = engine.close()
        state = .closing
        failHeld()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: TimeAmount(limits.closeTimeout)) {
            bound.value.1.close(promise: nil)
        }
        for piece in output.ciphertext {
            context.write(
                wrapOutboundOut(context.channel.allocator.buffer(bytes: piece)), promise: nil)
        }
        let sent = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
        sent.futureResult.whenComplete { _ in
            let (handler, context) = bound.value
            handler.endOutput(context)
        }
    }

    private func endOutput(_ context: ChannelHandlerContext) {
        guard state == .closing else { return }
        if isInputClosed { return context.close(promise: nil) }
        context.close(mode: .output, promise: nil)
        // A paused reader would never see the end of the other direction.
        context.read()
    }

    private func end() {
        timer?.cancel()
        timer = nil
        state = .closed
        failHeld()
    }

    private func failHeld() {
        let waiting = held
        held = []
        for write in waiting { write.promise?.fail(ChannelError.ioOnClosedChannel) }
    }
}
