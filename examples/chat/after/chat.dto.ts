import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class RoomDto {
  @IsString()
  @IsNotEmpty()
  roomId!: string;
}

export class SendMessageDto extends RoomDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  text!: string;
}

export class DirectMessageDto {
  @IsString()
  @IsNotEmpty()
  userId!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  text!: string;
}
