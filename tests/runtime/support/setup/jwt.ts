import { JwtModule } from '@nestjs/jwt';

export const imports = [JwtModule.register({ secret: 'secret' })];
