// Symptoms that a patient can look with: codes of the Human Phenotype Ontology (HPO), which stay the same from release
// to release, with plain words for patients. The list is short on purpose: two who have the same should choose the same.
// HPO: https://human-phenotype-ontology.github.io, free for use with its name, not to be altered.
const LIST = `
HP:0002027 Abdominal pain (belly ache, stomach ache)
HP:0000739 Anxiety
HP:0002039 Anorexia (loss of appetite)
HP:0001369 Arthritis
HP:0002829 Arthralgia (joint pain)
HP:0002099 Asthma
HP:0001251 Ataxia (loss of coordination)
HP:0007018 Attention deficit hyperactivity disorder (ADHD)
HP:0003418 Back pain
HP:0000622 Blurred vision
HP:0100749 Chest pain
HP:0025143 Chills
HP:0012532 Chronic pain
HP:0001289 Confusion
HP:0002019 Constipation
HP:0012735 Cough
HP:0000716 Depression
HP:0000819 Diabetes mellitus
HP:0002014 Diarrhea
HP:0000651 Diplopia (double vision)
HP:0001260 Dysarthria (slurred speech)
HP:0100607 Dysmenorrhea (painful periods)
HP:0002015 Dysphagia (difficulty swallowing)
HP:0002094 Dyspnea (shortness of breath)
HP:0100518 Dysuria (pain when passing water)
HP:0000964 Eczema
HP:0000969 Edema (swelling)
HP:0000421 Epistaxis (nosebleed)
HP:0012378 Fatigue (tiredness)
HP:0001945 Fever
HP:0001288 Gait disturbance (trouble walking)
HP:0002020 Gastroesophageal reflux (heartburn)
HP:0001596 Hair loss (alopecia)
HP:0000738 Hallucinations
HP:0002315 Headache
HP:0000365 Hearing impairment
HP:0000790 Hematuria (blood in the urine)
HP:0002105 Hemoptysis (coughing up blood)
HP:0000975 Hyperhidrosis (much sweating)
HP:0000822 Hypertension (high blood pressure)
HP:0000836 Hyperthyroidism
HP:0002615 Hypotension (low blood pressure)
HP:0000821 Hypothyroidism
HP:0000737 Irritability
HP:0000952 Jaundice
HP:0009763 Limb pain
HP:0000458 Loss of smell (anosmia)
HP:0002354 Memory impairment
HP:0000132 Menorrhagia (heavy periods)
HP:0002076 Migraine
HP:0003394 Muscle spasm (cramps)
HP:0001324 Muscle weakness
HP:0003326 Myalgia (muscle pain)
HP:0001742 Nasal congestion (blocked nose)
HP:0002018 Nausea
HP:0030166 Night sweats
HP:0001962 Palpitations
HP:0003401 Paresthesia (tingling)
HP:0000613 Photophobia (sensitive to light)
HP:0000989 Pruritus (itching)
HP:0031417 Rhinorrhea (runny nose)
HP:0001250 Seizure
HP:0000988 Skin rash
HP:0100785 Insomnia (trouble sleeping)
HP:0033050 Sore throat
HP:0001279 Syncope (fainting)
HP:0000360 Tinnitus (ringing in the ears)
HP:0001337 Tremor (shaking)
HP:0000020 Urinary incontinence
HP:0001025 Urticaria (hives)
HP:0002321 Vertigo (dizziness)
HP:0002013 Vomiting
HP:0001824 Weight loss
HP:0004324 Increased body weight
HP:0030828 Wheezing
HP:0000217 Xerostomia (dry mouth)
`;

/** All symptoms by name: code and name. */
export const SYMPTOMS = LIST.trim()
  .split('\n')
  .map((line) => ({ code: line.slice(0, 10), name: line.slice(11) }))
  .sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** The symptom of that code or exactly that name, in any case. */
export function symptomOf(text) {
  const wanted = text.trim().toLowerCase();
  return SYMPTOMS.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted);
}
