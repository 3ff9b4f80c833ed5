/**
 * Names that people are called by, the common ones of several languages: a capitalised word that is one of them acts as a person
 * does. Left out is what is as likely a word, a month, a place or a program: Will, Mark, Grace, May, Charlotte, Ruby, Jasmine.
 */
export const GIVEN_NAMES: readonly string[] = [
  'Aaron Abdul Abigail Adam Adrian Agnes Ahmed Aisha Alan Albert Alejandro Alex Alexander Alexandra Alice Alicia Alison Amanda Amit',
  'Amy Ana Anders Andrea Andreas Andrew Andy Angela Anita Anja Anjali Ann Anna Anne Annika Anthony Anton Antonio Arjun Astrid',
  'Barbara Bart Beatrice Ben Benjamin Bernd Beth Bill Birgit Bjorn Bob Boris Brenda Brian Bruno Carl Carla Carlos Carmen Carol',
  'Caroline Catherine Cathy Chen Chiara Chris Christian Christina Christine Christopher Claire Claudia Colin Connor Cristina Dan',
  'Daniel Daniela Dave David Deborah Deepak Denise Dennis Derek Diego Dieter Dimitri Dirk Dmitry Donald Donna Dorothy Doug Eddie',
  'Edward Elena Eleni Elizabeth Ella Ellen Emily Emma Eric Erik Erika Esther Eva Evelyn Fabian Farid Fatima Felix Femke Fernando',
  'Fiona Florian Francesca Francesco Francis Franz Fred Frederik Gary Geert George Gerard Gerhard Giovanni Giulia Greg Gregory',
  'Guillaume Gustav Hannah Hans Harald Harry Hassan Heather Heidi Heinz Helen Helena Helga Henk Henrik Henry Hiroshi Howard Hugh',
  'Hussein Ian Ibrahim Inga Ingrid Irina Isabel Isabella Ivan Jack Jacob Jacqueline Jaime James Jamie Jan Jane Janet Javier Jean',
  'Jeff Jeffrey Jen Jennifer Jenny Jens Jeremy Jerome Jerry Jesse Jessica Jill Jim Joan Joanna Jochen Joe Joel Johan Johanna',
  'Johannes John Jon Jonas Jonathan Jose Josef Joseph Joshua Juan Judith Julian Julie Jürgen Justin Karen Karin Karl Karsten Kate',
  'Katherine Kathleen Katja Katrin Keith Kelly Kenneth Kenji Kevin Khalid Kim Kirsten Klaus Kristin Kumar Kyle Lars Laura Lauren',
  'Laurent Leon Leonard Lewis Liam Linda Lisa Lorenzo Louis Louise Luca Lucas Lucia Lucy Luis Lukas Maarten Magdalena Magnus',
  'Manuel Marco Marcus Margaret Maria Marie Marieke Mario Marion Marjan Markus Marta Martha Martin Martina Mary Mathias Matt',
  'Matteo Matthew Matthias Maurice Megan Mei Mehmet Michael Michelle Miguel Mikael Mike Mikhail Mohamed Mohammed Monica Monika',
  'Muhammad Nadia Nancy Natalia Natalie Natasha Nathan Nicholas Nick Nicolas Nicole Niels Nikhil Nikolai Nina Nora Olaf Oleg Olga',
  'Oliver Olivia Omar Owen Pablo Pam Pamela Patricia Patrick Paul Paula Pauline Pedro Peter Petra Phil Philip Philippe Pierre',
  'Pieter Piotr Priya Rachel Rafael Rahul Rajesh Ralf Ralph Ravi Raymond Rebecca Reinhard Renate Ricardo Richard Rita Robert',
  'Roberto Rohan Roland Rolf Ronald Ross Roy Ryan Sabine Sally Sam Samantha Samir Samuel Sandeep Sander Sandra Sanjay Sara Sarah',
  'Scott Sean Sebastian Sergei Sergio Sharon Shaun Sheila Silvia Simon Simone Sofia Sonja Sophia Sophie Stefan Stefanie Stephanie',
  'Stephen Steve Steven Stuart Sunil Suresh Susan Susanne Suzanne Sven Svetlana Sylvia Takashi Tamara Tanja Tanya Ted Teresa',
  'Theo Theresa Thomas Thorsten Tim Timothy Tina Tobias Todd Tom Tomasz Tony Torsten Tracy Ulrich Ulrike Ursula Uwe Valerie Vanessa',
  'Vera Vijay Vikram Viktor Vincent Vladimir Walter Wei Wendy Werner Wim Wolfgang Yan Yasmin Yuki Yusuf Yves Zoe',
].flatMap((line) => line.split(' '));
