import { ForbiddenException, Injectable } from '@nestjs/common';

export interface Message {
  roomId: string;
  from: string;
  text: string;
  sentAt: string;
}

/** Stands in for your database. It serves HTTP as well, so it throws HTTP exceptions. */
@Injectable()
export class RoomsService {
  private readonly members = new Map([
    ['general', ['u1', 'u2']],
    ['board', ['u1']],
  ]);
  private readonly messages: Message[] = [];

  assertMember(roomId: string, userId: string): void {
    if (!this.members.get(roomId)?.includes(userId)) {
      throw new ForbiddenException('You are not a member of this room');
    }
  }

  addMessage(roomId: string, from: string, text: string): Message {
    const message = { roomId, from, text, sentAt: new Date().toISOString() };
    this.messages.push(message);
    return message;
  }

  history(roomId: string): Message[] {
    return this.messages.filter((message) => message.roomId === roomId);
  }
}
