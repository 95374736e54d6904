import { crc32, deflateRawSync } from 'node:zlib'

/** What a test breaks in an archive. */
export type ZipFlaws = {
  readonly method?: number
  readonly checksum?: number
  readonly flags?: number
  readonly files?: number
  readonly comment?: string
}

/** A ZIP archive of one file, deflated unless `method` is 0. */
export function zip(name: string, text: string, flaws: ZipFlaws = {}): Buffer {
  const { method = 8, checksum = crc32(text), flags = 0, files = 1, comment = '' } = flaws
  const packed = method === 8 ? deflateRawSync(text) : Buffer.from(text)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(flags, 2)
  shared.writeUInt16LE(method, 4)
  shared.writeUInt32LE(checksum, 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(Buffer.byteLength(text), 18)
  shared.writeUInt16LE(Buffer.byteLength(name), 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000'),
    shared,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([local, central, end, Buffer.from(comment)])
}
