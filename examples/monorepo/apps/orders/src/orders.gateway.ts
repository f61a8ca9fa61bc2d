import { type OnGatewayInit, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { Namespace } from 'socket.io';

/** Tells the kitchen's screens of orders; a screen only listens. */
@WebSocketGateway({
  namespace: 'orders',
  cors: { origin: process.env.ORDERS_ORIGIN?.split(',') },
})
export class OrdersGateway implements OnGatewayInit {
  @WebSocketServer()
  private readonly orders!: Namespace;

  afterInit(orders: Namespace): void {
    orders.use((client, next) => {
      const { token } = client.handshake.auth;
      next(token === process.env.ORDERS_TOKEN ? undefined : new Error('Unauthorized'));
    });
  }

  placed(order: { readonly id: string; readonly kitchen: string }): void {
    this.orders.to(`kitchen:${order.kitchen}`).emit('placed', order);
  }
}
