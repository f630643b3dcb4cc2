/** The flags that say for whom a menu is, shared by the menu commands. Their names are those of the profile. */
import { type Command, InvalidArgumentError } from 'commander'

export const withPersonFlags = (command: Command): Command =>
  command
    .option('--age <years>', 'how old', number)
    .option('--sex <sex>', 'female or male')
    .option('--life-stage <stage>', 'none, pregnancy or lactation')
    .option('--reference <set>', 'us-canada or efsa')
    .option('--eaten <foods>', 'what was eaten, as 173944=118,171265=244 (number=grams)', amounts)
    .option('--diet <diet>', 'omnivore, vegetarian or vegan')
    .option('--avoid <words>', 'dairy, gluten, nuts, fish, ..., vegetarian or vegan', words)
    .option('--dislike <foods>', 'numbers of foods never to propose', numbers)
    .option('--usual <foods>', 'numbers of foods usually eaten', numbers)
    .option('--home <foods>', 'numbers of foods at home', numbers)
    .option('--conditions <words>', 'kidney-disease, ...; "" for none', words)
    .option('--medicines <words>', 'ramipril, ...; "" for none', words)
    .option('--energy <kcal>', 'least and most kcal of the day, as 1800-2200', span)

function number(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('give a number.')
  return value
}

export const words = (text: string): readonly string[] =>
  text.split(',').flatMap(word => (word.trim() === '' ? [] : [word.trim()]))

export const numbers = (text: string): readonly number[] => words(text).map(number)

function amounts(text: string): readonly { readonly food: number; readonly grams: number }[] {
  return words(text).map(part => {
    const [food = '', grams, ...more] = part.split('=')
    if (grams === undefined || more.length > 0) throw new InvalidArgumentError('give number=grams, as 173944=118.')
    return { food: number(food), grams: number(grams) }
  })
}

function span(text: string): readonly [number, number] {
  const [least = '', most, ...more] = text.split('-')
  if (most === undefined || more.length > 0) throw new InvalidArgumentError('give least-most, as 1800-2200.')
  return [number(least), number(most)]
}
