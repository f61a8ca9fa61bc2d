import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

const DATABASE_MS = 100;

@Injectable()
export class AuthService {
  /** Takes as long as a question to a database. */
  async findUser(token: unknown): Promise<{ id: number } | undefined> {
    await setTimeout(DATABASE_MS);
    return token === 'secret' ? { id: 1 } : undefined;
  }
}
