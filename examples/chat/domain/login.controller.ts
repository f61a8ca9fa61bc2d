import { Body, Controller, HttpCode, Post } from '@nestjs/common';

import { LoginDto } from './login.dto';
import { UsersService } from './users.service';

@Controller('login')
export class LoginController {
  constructor(private readonly users: UsersService) {}

  @Post()
  @HttpCode(200)
  login(@Body() { name, password }: LoginDto): { token: string } {
    return { token: this.users.login(name, password) };
  }
}
