import { Injectable, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

/** Stands in for your user table. */
const accounts = [
  { id: 'u1', name: 'alice', password: 'wonderland' },
  { id: 'u2', name: 'bob', password: 'builder' },
];

@Injectable()
export class UsersService {
  constructor(private readonly jwt: JwtService) {}

  login(name: string, password: string): string {
    const account = accounts.find(
      (candidate) => candidate.name === name && candidate.password === password,
    );
    if (!account) throw new UnauthorizedException('Wrong name or password');
    return this.jwt.sign({ id: account.id, name: account.name });
  }

  isActive(id: string): boolean {
    return accounts.some((account) => account.id === id);
  }
}
