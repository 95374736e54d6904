// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { StreamingIndicator } from '../streaming-indicator.ts'

const acosShape = { name: 'acos', inputs: ['value'], outputs: ['value'] } as const

/**
 * The angle whose cosine the value is, in radians.
 *
 * Formula: acos(x[t]), 0 to pi; NaN outside -1 to 1.
 *
 * ACOS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const acos: IndicatorFunction<'value', object, 'value'> = defineIndicator(acosShape)

/** {@link acos} bar by bar, with the same bits. */
export class Acos extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(acosShape, {})
  }
}

const asinShape = { name: 'asin', inputs: ['value'], outputs: ['value'] } as const

/**
 * The angle whose sine the value is, in radians.
 *
 * Formula: asin(x[t]), -pi/2 to pi/2; NaN outside -1 to 1.
 *
 * ASIN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const asin: IndicatorFunction<'value', object, 'value'> = defineIndicator(asinShape)

/** {@link asin} bar by bar, with the same bits. */
export class Asin extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(asinShape, {})
  }
}

const atanShape = { name: 'atan', inputs: ['value'], outputs: ['value'] } as const

/**
 * The angle whose tangent the value is, in radians.
 *
 * Formula: atan(x[t]), -pi/2 to pi/2.
 *
 * ATAN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const atan: IndicatorFunction<'value', object, 'value'> = defineIndicator(atanShape)

/** {@link atan} bar by bar, with the same bits. */
export class Atan extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(atanShape, {})
  }
}

const ceilShape = { name: 'ceil', inputs: ['value'], outputs: ['value'] } as const

/**
 * The least whole number not below the value.
 *
 * Formula: ceil(x[t]).
 *
 * CEIL of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ceil: IndicatorFunction<'value', object, 'value'> = defineIndicator(ceilShape)

/** {@link ceil} bar by bar, with the same bits. */
export class Ceil extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(ceilShape, {})
  }
}

const cosShape = { name: 'cos', inputs: ['value'], outputs: ['value'] } as const

/**
 * Cosine of an angle in radians.
 *
 * Formula: cos(x[t]).
 *
 * COS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cos: IndicatorFunction<'value', object, 'value'> = defineIndicator(cosShape)

/** {@link cos} bar by bar, with the same bits. */
export class Cos extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(cosShape, {})
  }
}

const coshShape = { name: 'cosh', inputs: ['value'], outputs: ['value'] } as const

/**
 * Hyperbolic cosine.
 *
 * Formula: (exp(x[t]) + exp(-x[t])) / 2.
 *
 * COSH of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cosh: IndicatorFunction<'value', object, 'value'> = defineIndicator(coshShape)

/** {@link cosh} bar by bar, with the same bits. */
export class Cosh extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(coshShape, {})
  }
}

const expShape = { name: 'exp', inputs: ['value'], outputs: ['value'] } as const

/**
 * Exponential.
 *
 * Formula: e ^ x[t]; infinite above 709.
 *
 * EXP of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const exp: IndicatorFunction<'value', object, 'value'> = defineIndicator(expShape)

/** {@link exp} bar by bar, with the same bits. */
export class Exp extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(expShape, {})
  }
}

const floorShape = { name: 'floor', inputs: ['value'], outputs: ['value'] } as const

/**
 * The greatest whole number not above the value.
 *
 * Formula: floor(x[t]).
 *
 * FLOOR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const floor: IndicatorFunction<'value', object, 'value'> = defineIndicator(floorShape)

/** {@link floor} bar by bar, with the same bits. */
export class Floor extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(floorShape, {})
  }
}

const lnShape = { name: 'ln', inputs: ['value'], outputs: ['value'] } as const

/**
 * Natural logarithm.
 *
 * Formula: log_e(x[t]); NaN below 0, -infinity at 0.
 *
 * LN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const ln: IndicatorFunction<'value', object, 'value'> = defineIndicator(lnShape)

/** {@link ln} bar by bar, with the same bits. */
export class Ln extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(lnShape, {})
  }
}

const log10Shape = { name: 'log10', inputs: ['value'], outputs: ['value'] } as const

/**
 * Logarithm to base 10.
 *
 * Formula: log_10(x[t]); NaN below 0, -infinity at 0.
 *
 * LOG10 of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const log10: IndicatorFunction<'value', object, 'value'> = defineIndicator(log10Shape)

/** {@link log10} bar by bar, with the same bits. */
export class Log10 extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(log10Shape, {})
  }
}

const sinShape = { name: 'sin', inputs: ['value'], outputs: ['value'] } as const

/**
 * Sine of an angle in radians.
 *
 * Formula: sin(x[t]).
 *
 * SIN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sin: IndicatorFunction<'value', object, 'value'> = defineIndicator(sinShape)

/** {@link sin} bar by bar, with the same bits. */
export class Sin extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(sinShape, {})
  }
}

const sinhShape = { name: 'sinh', inputs: ['value'], outputs: ['value'] } as const

/**
 * Hyperbolic sine.
 *
 * Formula: (exp(x[t]) - exp(-x[t])) / 2.
 *
 * SINH of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sinh: IndicatorFunction<'value', object, 'value'> = defineIndicator(sinhShape)

/** {@link sinh} bar by bar, with the same bits. */
export class Sinh extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(sinhShape, {})
  }
}

const sqrtShape = { name: 'sqrt', inputs: ['value'], outputs: ['value'] } as const

/**
 * Square root.
 *
 * Formula: x[t] ^ 0.5; NaN below 0.
 *
 * SQRT of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const sqrt: IndicatorFunction<'value', object, 'value'> = defineIndicator(sqrtShape)

/** {@link sqrt} bar by bar, with the same bits. */
export class Sqrt extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(sqrtShape, {})
  }
}

const tanShape = { name: 'tan', inputs: ['value'], outputs: ['value'] } as const

/**
 * Tangent of an angle in radians.
 *
 * Formula: tan(x[t]).
 *
 * TAN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tan: IndicatorFunction<'value', object, 'value'> = defineIndicator(tanShape)

/** {@link tan} bar by bar, with the same bits. */
export class Tan extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(tanShape, {})
  }
}

const tanhShape = { name: 'tanh', inputs: ['value'], outputs: ['value'] } as const

/**
 * Hyperbolic tangent, -1 to 1.
 *
 * Formula: sinh(x[t]) / cosh(x[t]).
 *
 * TANH of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const tanh: IndicatorFunction<'value', object, 'value'> = defineIndicator(tanhShape)

/** {@link tanh} bar by bar, with the same bits. */
export class Tanh extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(tanhShape, {})
  }
}
